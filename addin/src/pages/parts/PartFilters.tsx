import { Field, Input, Select } from '@fluentui/react-components';
import type { PartFilter } from '../../api/partFilter';
import { useProgress } from '../../api/supervision';
import { standingNames, standings } from '../../components/standing';
import { words } from './words';

/** Asks which parts a person wants to see. */
export function PartFilters({ plan, filter, onChange }: { plan: string; filter: PartFilter; onChange: (filter: PartFilter) => void }) {
  const progress = useProgress(plan);
  const bodies = withChosen(progress.data?.figures.bodies.map((body) => body.name) ?? [], filter.body);
  const sections = withChosen(progress.data?.figures.sections.map((section) => section.name) ?? [], filter.section);
  const set = (change: Partial<PartFilter>) => onChange({ ...filter, ...change });
  return (
    <div className="filters">
      <Choice label={words.body} value={filter.body} options={bodies.map((name) => [name, name])} onChange={(body) => set({ body })} />
      <Choice
        label={words.state}
        value={filter.state}
        options={standings.map((state) => [state, standingNames[state]])}
        onChange={(state) => set({ state })}
      />
      <Choice
        label={words.section}
        value={filter.section}
        options={sections.map((name) => [name, name])}
        onChange={(section) => set({ section })}
      />
      <Field label={words.dueTo}>
        <Input type="date" value={filter.dueTo} onChange={(_, data) => set({ dueTo: data.value })} />
      </Field>
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: [string, string][];
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">{words.all}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

// What is asked for can be seen before the list is there.
function withChosen(known: string[], chosen: string): string[] {
  return chosen === '' || known.includes(chosen) ? known : [chosen, ...known];
}
