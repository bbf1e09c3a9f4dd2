import { Button } from '@fluentui/react-components';
import { Bar } from '../components/Bar';
import { clock } from '../components/date';
import { usePaneContext } from './context';
import { addressOf, type PaneName } from './route';
import { forgetUnsent, isAbout, useUnsent } from './unsent';
import { words } from './words';

/** Points to the panes and documents where something is still to be sent. */
export function UnsentElsewhere({ open }: { open: PaneName }) {
  const { document } = usePaneContext();
  return useUnsent().map((unsent) => {
    const isHere = isAbout(unsent, document);
    if (isHere && unsent.pane === open) return null;
    const way = isHere ? (
      <a href={addressOf(unsent.pane)}>{words.unsent.go}</a>
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
