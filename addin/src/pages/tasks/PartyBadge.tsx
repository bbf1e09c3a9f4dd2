import { Badge } from '@fluentui/react-components';
import type { Party } from '../../api/types';
import { zh } from '../../strings';

/** Who has which part. */
export function PartyBadge({ party }: { party: Party }) {
  return (
    <Badge
      // In one line as long as that fits; never wider than the place.
      style={{ flexShrink: 0, maxWidth: '100%', height: 'auto', whiteSpace: 'normal', overflowWrap: 'anywhere' }}
      appearance={party.role === 'lead' ? 'filled' : 'tint'}
      color={party.needsReview ? 'warning' : 'brand'}
      shape="rounded"
    >
      {zh.tasks.roles[party.role]} {party.body}
      {party.needsReview ? `（${zh.tasks.doubtful}）` : ''}
    </Badge>
  );
}
