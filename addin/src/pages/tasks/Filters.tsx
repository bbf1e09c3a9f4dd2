import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useMatrix } from '../../api/queries';
import type { TaskFilter } from '../../api/taskFilter';
import type { Plan } from '../../api/types';
import { zh } from '../../strings';

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(160px, 100%), 1fr))', gap: '10px' },
});

/** Asks which tasks a person wants to see. */
export function Filters({ plan, filter, onChange }: { plan: Plan; filter: TaskFilter; onChange: (filter: TaskFilter) => void }) {
  const styles = useStyles();
  const matrix = useMatrix(plan.id);
  const known = matrix.data?.bodies.map((body) => body.name) ?? [];
  // What is asked for can be seen before the list is there.
  const bodies = filter.body === '' || known.includes(filter.body) ? known : [filter.body, ...known];
  const set = (change: Partial<TaskFilter>) => onChange({ ...filter, ...change });
  return (
    <div className={styles.filters}>
      <Field label={zh.tasks.body}>
        <Select value={filter.body} title={filter.body} onChange={(_, data) => set({ body: data.value })}>
          <option value="">{zh.tasks.all}</option>
          {bodies.map((body) => (
            <option key={body}>{body}</option>
          ))}
        </Select>
      </Field>
      <Field label={zh.tasks.role}>
        <Select value={filter.role} onChange={(_, data) => set({ role: data.value })}>
          <option value="">{zh.tasks.all}</option>
          {Object.entries(zh.tasks.roles).map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={zh.tasks.state}>
        <Select value={filter.state} onChange={(_, data) => set({ state: data.value as TaskFilter['state'] })}>
          <option value="open">{zh.tasks.open}</option>
          <option value="closed">{zh.tasks.closed}</option>
        </Select>
      </Field>
      <Field label={zh.tasks.sort}>
        <Select value={filter.sort} onChange={(_, data) => set({ sort: data.value as TaskFilter['sort'] })}>
          {Object.entries(zh.tasks.sorts).map(([sort, name]) => (
            <option key={sort} value={sort}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={zh.tasks.dueFrom}>
        <Input type="date" value={filter.dueFrom} onChange={(_, data) => set({ dueFrom: data.value })} />
      </Field>
      <Field label={zh.tasks.dueTo}>
        <Input type="date" value={filter.dueTo} onChange={(_, data) => set({ dueTo: data.value })} />
      </Field>
    </div>
  );
}
