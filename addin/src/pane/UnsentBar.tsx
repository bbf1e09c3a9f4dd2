import { Button } from '@fluentui/react-components';
import { Bar } from '../components/Bar';
import { clock } from '../components/date';
import { usePaneContext } from './context';
import { addressOf, type PaneName } from './route';
import { forgetUnsent, isAbout, useUnseen } from './unsent';
import { words } from './words';

/** Tells of everything that is still to be sent and that the open pane does not tell itself, with the pane or document where it belongs. */
export function UnsentElsewhere({ open }: { open: PaneName }) {
  const { port, state, document } = usePaneContext();
  // Until it is known which document is in hand, work of one is not called another's.
  const isKnown = document !== '' || (state === 'ready' && !port.abilities.hasDocument);
  return useUnseen().map((unsent) => {
    const isHere = isAbout(unsent, document);
    if (!isHere && !isKnown) return null;
    const way = isHere ? (
      unsent.pane !== open && <a href={addressOf(unsent.pane)}>{words.unsent.go}</a>
    ) : (
      <Button onClick={() => forgetUnsent(unsent.once)}>{words.unsent.drop}</Button>
    );
    return (
      <Bar key={unsent.once} tone="warning" role="status" actions={way}>
        {words.unsent.title(unsent.what, clock(unsent.at))}
        {!isHere && <span className="bar-small">{words.unsent.ofOther}</span>}
      </Bar>
    );
  });
}
