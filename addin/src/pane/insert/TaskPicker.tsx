import { Button, Checkbox, Input } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useTasks } from '../../api/queries';
import { wholeList } from '../../api/taskFilter';
import type { Plan } from '../../api/types';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { Waiting } from '../Waiting';
import { words } from './words';

/** Chooses the tasks that a letter is about. */
export function TaskPicker({ plan, chosen, onChange }: { plan: Plan; chosen: string[]; onChange: (numbers: string[]) => void }) {
  return (
    <section aria-label={words.tasks} className="p-card">
      <div className="p-line p-apart">
        <span className="p-strong" aria-live="polite">
          {chosen.length === 0 ? words.noTask : words.tasksChosen(chosen.length)}
        </span>
      </div>
      {chosen.length > 0 && (
        <div className="p-line">
          {chosen.map((number) => (
            <Button
              key={number}
              size="small"
              aria-label={`${zh.tasks.remove} ${zh.findings.task(number)}`}
              onClick={() => onChange(chosen.filter((one) => one !== number))}
            >
              {number} ✕
            </Button>
          ))}
        </div>
      )}
      <details>
        <summary>{words.pick}</summary>
        <Choices plan={plan} chosen={chosen} onChange={onChange} />
      </details>
    </section>
  );
}

function Choices({ plan, chosen, onChange }: { plan: Plan; chosen: string[]; onChange: (numbers: string[]) => void }) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const tasks = useTasks(plan.id, { ...wholeList, q });
  const rows = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="p-stack p-tight">
      <Input
        type="search"
        aria-label={zh.tasks.search}
        placeholder={zh.tasks.search}
        value={typed}
        onChange={(_, data) => setTyped(data.value)}
      />
      {tasks.error && <ProblemBar error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isPending && <Waiting rows={4} />}
      {tasks.data && rows.length === 0 && <span>{zh.tasks.none}</span>}
      {rows.map((task) => (
        <Checkbox
          key={task.id}
          label={`${task.number} ${task.title}`}
          checked={chosen.includes(task.number)}
          onChange={(_, data) => onChange(data.checked === true ? [...chosen, task.number] : chosen.filter((one) => one !== task.number))}
        />
      ))}
      {tasks.hasNextPage && (
        <Button size="small" disabled={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {zh.tasks.more}
        </Button>
      )}
    </div>
  );
}
