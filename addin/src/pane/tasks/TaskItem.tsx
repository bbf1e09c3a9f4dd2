import { Badge, Checkbox } from '@fluentui/react-components';
import type { Task } from '../../api/types';
import { PartyBadge } from '../../pages/tasks/PartyBadge';
import { zh } from '../../strings';
import { words } from '../words';

/** A task in the list: to be chosen, and to be opened for what it rests on. */
export function TaskItem({ task, isChosen, onChoose }: { task: Task; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const due = task.deadlines.map((deadline) => deadline.text).join('、');
  return (
    <li className="p-card p-task">
      <Checkbox aria-label={words.tasks.choose(task.number)} checked={isChosen} onChange={(_, data) => onChoose(data.checked === true)} />
      <div className="p-stack p-tight p-grow">
        <div>
          <span className="p-strong">
            {task.number} {task.title}
          </span>{' '}
          {task.state === 'closed' && (
            <Badge appearance="tint" color="danger">
              {zh.tasks.closed}
            </Badge>
          )}
        </div>
        <span className="p-small">
          {task.section}
          {due && ` · ${due}`}
        </span>
        <span className="p-line">
          {task.parties.map((party, i) => (
            <PartyBadge key={i} party={party} />
          ))}
        </span>
        <details>
          <summary aria-label={words.tasks.more(task.number)} className="p-small">
            {words.tasks.detail}
          </summary>
          <p className="p-text">{task.text}</p>
          <span className="p-small">
            {words.tasks.source} {task.location}
          </span>
          <blockquote className="p-source">{task.responsibility}</blockquote>
          {task.state === 'closed' && <p>{task.closedBecause}</p>}
        </details>
      </div>
    </li>
  );
}
