import { Button, Card, makeStyles, SearchBox, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTasks } from '../../api/queries';
import { countFilters, wholeList, type TaskFilter } from '../../api/taskFilter';
import type { Plan } from '../../api/types';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { Filters } from './Filters';
import { TaskCard } from './TaskCard';
import { TaskDrawer } from './TaskDrawer';

const typingPause = 300;

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '14px' },
  search: { maxWidth: '100%', width: '100%' },
  summary: { cursor: 'pointer', padding: '6px 0' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
});

/** The tasks, to be searched, filtered, looked at and mended. */
export default function TasksTab({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const [filter, setFilter] = useState<TaskFilter>(wholeList);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const tasks = useTasks(plan.id, filter);
  useEffect(() => {
    const timer = setTimeout(() => setFilter((now) => (now.q === typed ? now : { ...now, q: typed })), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  const rows = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const total = tasks.data?.pages[0]?.total ?? 0;
  const count = countFilters(filter);
  return (
    <div className={styles.page}>
      <Card>
        <SearchBox
          className={styles.search}
          placeholder={zh.tasks.search}
          aria-label={zh.tasks.search}
          value={typed}
          onChange={(_, data) => setTyped(data.value)}
        />
        <details>
          <summary className={styles.summary}>{zh.tasks.filters(count)}</summary>
          <Filters plan={plan} filter={filter} onChange={setFilter} />
        </details>
        <div className={styles.line}>
          <Text aria-live="polite">{zh.tasks.count(total)}</Text>
          {count > 0 && (
            <Button
              size="small"
              onClick={() => {
                setTyped('');
                setFilter(wholeList);
              }}
            >
              {zh.tasks.clear}
            </Button>
          )}
        </div>
      </Card>
      {tasks.error && <ProblemBar error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isPending && <Loading rows={6} />}
      {tasks.data && rows.length === 0 && <Text>{zh.tasks.none}</Text>}
      <ul className={styles.list}>
        {rows.map((task) => (
          <li key={task.id}>
            <TaskCard task={task} onOpen={() => setShown(task.id)} />
          </li>
        ))}
      </ul>
      {tasks.hasNextPage && (
        <Button disabled={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {zh.tasks.more}
        </Button>
      )}
      {shown !== null && <TaskDrawer id={shown} county={plan.county} onClose={() => setShown(null)} />}
    </div>
  );
}
