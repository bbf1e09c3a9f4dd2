import type { Part, Standing } from '../../api/types';
import { StateMark } from '../../components/StateMark';
import { words as partWords } from '../../pages/parts/words';
import { zh } from '../../strings';
import { words } from '../words';

/** Where a whole task stands. */
export function TaskStanding({ state }: { state: Standing }) {
  return (
    <span className="p-key">
      <span className="p-unseen">{words.tasks.state}</span>
      <StateMark state={state} />
    </span>
  );
}

/** Where each body stands with a task: how much is done, how late it is, and the group through which the task fell to it. */
export function PartStandings({ number, parts }: { number: string; parts: readonly Part[] }) {
  return (
    <ul className="p-list p-tight p-parts" aria-label={words.tasks.states(number)}>
      {parts.map((part) => (
        <li key={`${part.role} ${part.body}`} className="p-line">
          <span>
            {zh.tasks.roles[part.role]} {part.body}
          </span>
          <StateMark state={part.state} />
          {part.percent !== null && <span className="p-key">{words.tasks.percent(part.percent)}</span>}
          {part.daysLate > 0 && <span className="p-key p-late">{partWords.late(part.daysLate)}</span>}
          {part.group !== '' && <span className="p-small">{partWords.group(part.group)}</span>}
        </li>
      ))}
    </ul>
  );
}
