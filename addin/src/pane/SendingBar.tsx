import { Button } from '@fluentui/react-components';
import { useLayoutEffect } from 'react';
import { Bar } from '../components/Bar';
import { clock } from '../components/date';
import { ProblemBar, sentenceOf } from '../components/ProblemBar';
import type { Sending } from './sending';
import { showUnsent } from './unsent';
import { words } from './words';

/** What became of work that was sent, where that is not well. */
export function SendingBar<I>({ sending }: { sending: Sending<I> }) {
  const { unsent, error, sendNow } = sending;
  const once = unsent?.once ?? '';
  // Before anything is painted: where it is told here, it need not be told above.
  useLayoutEffect(() => (once === '' ? undefined : showUnsent(once)), [once]);
  if (unsent === null) return error !== null && !sending.isPending && <ProblemBar error={error} />;
  return (
    <Bar
      tone="warning"
      role="alert"
      actions={
        <span className="p-line">
          <Button appearance="primary" onClick={sendNow ?? sending.retry}>
            {sendNow ? words.unsent.sendNow : words.unsent.retry}
          </Button>
          <Button onClick={sending.drop}>{words.unsent.drop}</Button>
        </span>
      }
    >
      {words.unsent.title(unsent.what, clock(unsent.at))}
      {sending.isRefused && <span className="bar-small">{words.unsent.refused}</span>}
      {error !== null && <span className="bar-small">{sentenceOf(error)}</span>}
    </Bar>
  );
}
