import { Button } from '@fluentui/react-components';
import { Bar } from '../components/Bar';
import { clock } from '../components/date';
import { ProblemBar, sentenceOf } from '../components/ProblemBar';
import { useAllUnsent, type Sending } from './unsent';
import { addressOf, type PaneName } from './route';
import { words } from './words';

/** What became of work that was sent, where that is not well. */
export function SendingBar<I>({ sending }: { sending: Sending<I> }) {
  const { unsent, error } = sending;
  if (unsent === null) return error !== null && !sending.isPending && <ProblemBar error={error} />;
  return (
    <Bar
      tone="warning"
      role="alert"
      actions={
        <span className="p-line">
          <Button appearance="primary" onClick={sending.retry}>
            {words.unsent.retry}
          </Button>
          <Button onClick={sending.drop}>{words.unsent.drop}</Button>
        </span>
      }
    >
      {words.unsent.title(unsent.what, clock(unsent.at))}
      {error !== null && <span className="bar-small">{sentenceOf(error)}</span>}
    </Bar>
  );
}

/** Points to the panes where something is still to be sent. */
export function UnsentElsewhere({ open }: { open: PaneName }) {
  return useAllUnsent()
    .filter((unsent) => unsent.pane !== open)
    .map((unsent) => (
      <Bar key={unsent.once} tone="warning" role="status" actions={<a href={addressOf(unsent.pane)}>{words.unsent.go}</a>}>
        {words.unsent.title(unsent.what, clock(unsent.at))}
      </Bar>
    ));
}
