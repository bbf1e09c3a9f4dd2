import { Button, Input } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTasks } from '../../api/queries';
import { usePartsByTask } from '../../api/supervision';
import { countFilters, wholeList, type TaskFilter } from '../../api/taskFilter';
import type { Plan, Task } from '../../api/types';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { useInspection, usePaneContext } from '../context';
import { useKept } from '../kept';
import { PlanPicker, usePlanChoice } from '../planChoice';
import { Waiting } from '../Waiting';
import { words } from '../words';
import { InsertTasks } from './InsertTasks';
import { TaskItem } from './TaskItem';

const Filters = lazy(() => import('../../pages/tasks/Filters').then((module) => ({ default: module.Filters })));

const typingPause = 300;

/** The tasks beside the page, to be found and put into it. */
export function TasksPane() {
  const { mark } = usePaneContext();
  const inspection = useInspection(null, mark !== null);
  const choice = usePlanChoice(inspection.data?.plan ?? null);
  const bodies = inspection.data?.paper?.bodies ?? [];
  return (
    <>
      <PlanPicker choice={choice} />
      {choice.plan && <Tasks key={choice.plan.id} plan={choice.plan} bodyInHand={bodies.length === 1 ? (bodies[0] ?? '') : ''} />}
    </>
  );
}

function Tasks({ plan, bodyInHand }: { plan: Plan; bodyInHand: string }) {
  // Nothing until the person touches it: then the body of the paper in hand stands there by itself, even if it is known late.
  const [asked, setAsked] = useKept<TaskFilter | null>('task-filter', null);
  const filter = asked ?? { ...wholeList, body: bodyInHand };
  // Tasks of another year bear the same numbers.
  const [chosen, setChosen] = useKept<Task[]>(`tasks-chosen ${plan.id}`, []);
  const [note, setNote] = useState('');
  const [isFiltering, setFiltering] = useState(false);
  const tasks = useTasks(plan.id, filter);
  const rows = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  // Asked for once the list stands: where tasks stand is told beside them, and where it cannot be told they are shown without it.
  const parts = usePartsByTask(plan.id, rows.length > 0).data;
  const total = tasks.data?.pages[0]?.total ?? 0;
  return (
    <>
      <Search text={filter.q} onSearch={(q) => q !== filter.q && setAsked({ ...filter, q })} />
      <details onToggle={(event) => setFiltering(event.currentTarget.open)}>
        <summary>{zh.tasks.filters(countFilters(filter))}</summary>
        {isFiltering && (
          <Suspense fallback={<Waiting rows={3} />}>
            <Filters plan={plan} filter={filter} onChange={setAsked} />
          </Suspense>
        )}
      </details>
      <div className="p-line">
        <span aria-live="polite" className="p-small">
          {tasks.data && zh.tasks.count(total)}
          {asked === null && bodyInHand !== '' && ` · ${words.tasks.ofBody(bodyInHand)}`}
        </span>
        {countFilters(filter) > 0 && (
          <Button size="small" onClick={() => setAsked(wholeList)}>
            {words.tasks.showAll}
          </Button>
        )}
      </div>
      <Note text={note} />
      {tasks.error && <ProblemBar error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isPending && <Waiting rows={6} />}
      {tasks.data && rows.length === 0 && <p>{zh.tasks.none}</p>}
      <ul className="p-list" aria-label={words.nav.tasks}>
        {rows.map((task) => (
          <TaskItem
            key={task.id}
            task={task}
            parts={parts?.get(task.id) ?? []}
            isChosen={chosen.some((one) => one.id === task.id)}
            onChoose={(isChosen) => {
              setNote('');
              setChosen([...chosen.filter((one) => one.id !== task.id), ...(isChosen ? [task] : [])]);
            }}
          />
        ))}
      </ul>
      {tasks.hasNextPage && (
        <Button disabled={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {zh.tasks.more}
        </Button>
      )}
      {chosen.length > 0 && (
        <InsertTasks
          plan={plan}
          tasks={chosen}
          onClear={() => setChosen([])}
          onDone={(text) => {
            setNote(text);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onSearch(typed), typingPause);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      type="search"
      aria-label={zh.tasks.search}
      placeholder={zh.tasks.search}
      value={typed}
      onChange={(_, data) => setTyped(data.value)}
    />
  );
}
