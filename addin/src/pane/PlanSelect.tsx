import { Select } from '@fluentui/react-components';
import type { PlanChoice } from './planChoice';
import { words } from './words';

/** Chooses among several plans. */
export default function PlanSelect({ choice }: { choice: PlanChoice }) {
  return (
    <Select
      aria-label={words.plan}
      title={choice.plan?.title}
      value={choice.plan?.id ?? ''}
      onChange={(_, data) => choice.choose(data.value)}
    >
      {choice.plans.map((plan) => (
        <option key={plan.id} value={plan.id}>
          {plan.title}
        </option>
      ))}
    </Select>
  );
}
