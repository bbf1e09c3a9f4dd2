import { lazy, Suspense } from 'react';
import { usePlans } from '../api/queries';
import type { Plan } from '../api/types';
import { ProblemBar } from '../components/ProblemBar';
import { usePaneContext } from './context';
import { useKept } from './kept';
import { addressOf } from './route';
import { Waiting } from './Waiting';
import { words } from './words';

const PlanSelect = lazy(() => import('./PlanSelect'));

/** The work points that the panes are about. */
export interface PlanChoice {
  plan: Plan | null;
  plans: Plan[];
  choose: (id: string) => void;
  isPending: boolean;
  error: Error | null;
  retry: () => void;
}

/** The plan that the person chose, else that of the paper in hand, else the newest. */
export function usePlanChoice(ofPaper: string | null): PlanChoice {
  const { mark } = usePaneContext();
  const plans = usePlans();
  const [chosen, choose] = useKept('plan', '');
  const all = plans.data?.items ?? [];
  const named = (id: string | null) => all.find((plan) => plan.id === id);
  const sameYear = all.find((plan) => mark !== null && plan.county === mark.county && plan.year === mark.year);
  return {
    plan: named(chosen) ?? named(ofPaper) ?? sameYear ?? all[0] ?? null,
    plans: all,
    choose,
    isPending: plans.isPending,
    error: plans.error,
    retry: () => void plans.refetch(),
  };
}

/** Asks for the plan where there are several; tells of it where there is none. */
export function PlanPicker({ choice }: { choice: PlanChoice }) {
  if (choice.error) return <ProblemBar error={choice.error} onRetry={choice.retry} />;
  if (choice.isPending) return <Waiting rows={1} />;
  if (choice.plan === null) {
    return (
      <p>
        {words.noPlan} <a href={addressOf('import')}>{words.toImport}</a>
      </p>
    );
  }
  if (choice.plans.length < 2) return null;
  return (
    <Suspense fallback={<Waiting rows={1} />}>
      <PlanSelect choice={choice} />
    </Suspense>
  );
}
