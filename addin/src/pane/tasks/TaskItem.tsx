import { Badge, Checkbox } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Part, Task } from '../../api/types';
import { PartyBadge } from '../../pages/tasks/PartyBadge';
import { zh } from '../../strings';
import { words } from '../words';
import type * as Standings from './Standings';

// A script that does not come takes no task from the list: its state is not shown, that is all.
const nothing = () => <></>;
const none: typeof Standings = { TaskStanding: nothing, PartStandings: nothing };
const standings = () => import('./Standings').catch(() => none);
const TaskStanding = lazy(async () => ({ default: (await standings()).TaskStanding }));
const PartStandings = lazy(async () => ({ default: (await standings()).PartStandings }));

/** A task in the list: to be chosen, and to be opened for what it rests on. Of parts it has none while nobody knows where they stand. */
export function TaskItem({
  task,
  parts,
  isChosen,
  onChoose,
}: {
  task: Task;
  parts: readonly Part[];
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  const [isOpen, setOpen] = useState(false);
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
          {parts[0] && (
            <Suspense fallback={null}>
              <TaskStanding state={parts[0].taskState} />
            </Suspense>
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
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary aria-label={words.tasks.more(task.number)} className="p-small">
            {words.tasks.detail}
          </summary>
          <p className="p-text">{task.text}</p>
          {isOpen && parts.length > 0 && (
            <Suspense fallback={null}>
              <PartStandings number={task.number} parts={parts} />
            </Suspense>
          )}
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
