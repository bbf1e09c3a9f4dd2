import type { Part } from '../../api/types';
import { words } from './words';

/** When a part is due next, and how late it is; a day that nobody printed is marked. */
export function DueText({ part }: { part: Part }) {
  if (part.due === null) return <span className="small">{words.nothingDue}</span>;
  return (
    <>
      <span className="tight">{part.due}</span>{' '}
      {part.dueBasis === 'assumed' && (
        <abbr className="small" title={words.assumedHint}>
          （{words.assumed}）
        </abbr>
      )}
      {part.dueText !== '' && <span className="small">（{part.dueText}）</span>}
      {part.daysLate > 0 && <span className="late tight due-late"> {words.late(part.daysLate)}</span>}
    </>
  );
}
