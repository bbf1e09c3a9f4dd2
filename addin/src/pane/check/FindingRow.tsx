import { Badge, Button } from '@fluentui/react-components';
import type { FormatFinding } from '../api';
import { words } from './words';

/** One thing about the layout: how strongly what asks for it, where, and the ways there and out of it. */
export function FindingRow({
  finding,
  canJump,
  isBusy,
  onJump,
  onFix,
}: {
  finding: FormatFinding;
  canJump: boolean;
  isBusy: boolean;
  onJump: () => void;
  onFix: () => void;
}) {
  const { message, place, clause, strength, fixable } = finding;
  return (
    <li className="p-card p-stack p-tight">
      <div className="p-line">
        <Badge appearance="tint" color={finding.severity === 'error' ? 'danger' : 'informative'}>
          {words.strengths[strength] ?? strength}
        </Badge>
        {clause !== '' && <span className="p-small">{words.clause(clause)}</span>}
      </div>
      <div>{message}</div>
      <div className="p-small">{place}</div>
      <div className="p-line">
        {canJump && (
          <Button size="small" aria-label={words.jumpTo(place)} onClick={onJump}>
            {words.jump}
          </Button>
        )}
        {fixable ? (
          <Button size="small" disabled={isBusy} aria-label={words.fixNamed(message)} onClick={onFix}>
            {words.fix}
          </Button>
        ) : (
          <span className="p-small">{words.byHand}</span>
        )}
      </div>
    </li>
  );
}
