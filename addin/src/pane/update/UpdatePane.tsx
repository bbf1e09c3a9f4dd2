import { Button, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Bar } from '../../components/Bar';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import type { PaperInspection, RegionView } from '../api';
import { useInspection, usePaneContext } from '../context';
import { useKept } from '../kept';
import { SendingBar } from '../SendingBar';
import { Waiting } from '../Waiting';
import { canTake, chosenOf, keyOf, needsChoice } from './choices';
import { Outcomes, Progress } from './Progress';
import { RegionCard } from './RegionCard';
import { useUpdating, type Updating } from './updating';
import { words } from './words';

/** The managed regions of the paper in hand beside the newest tasks. */
export default function UpdatePane() {
  const { port, mark } = usePaneContext();
  const [plan, setPlan] = useKept<string | null>('update-plan', null);
  const inspection = useInspection(plan, true);
  const [note, setNote] = useState('');
  const title = inspection.data?.paper?.title ?? mark?.title ?? '';
  const updating = useUpdating(inspection.data?.plan ?? null, title, (replaced) => setNote(noteOf(replaced, port.abilities.isWord)));
  // What was taken out and what is not written down yet are there even where the comparison fails.
  return (
    <>
      <Note text={note} />
      <SendingBar sending={updating.record} />
      <Outcomes run={updating.run} onPutBack={updating.putBack} />
      <Compared inspection={inspection} onPlan={setPlan}>
        {(seen) => (
          <Regions
            seen={seen}
            updating={updating}
            onStart={(regions) => {
              setNote('');
              updating.start(regions);
            }}
          />
        )}
      </Compared>
    </>
  );
}

function noteOf(replaced: number, isWord: boolean): string {
  if (replaced === 0) return '';
  if (replaced < 0) return words.restored(-replaced);
  return isWord ? words.done(replaced) : words.doneFile(replaced);
}

/** What the comparison came to, as far as it came. */
function Compared({
  inspection,
  onPlan,
  children,
}: {
  inspection: ReturnType<typeof useInspection>;
  onPlan: (plan: string) => void;
  children: (seen: PaperInspection) => ReactNode;
}) {
  const { port, state } = usePaneContext();
  if (state === 'ready' && !port.abilities.hasDocument) return <Bar tone="note">{words.noDocument}</Bar>;
  if (inspection.error) return <ProblemBar error={inspection.error} onRetry={() => void inspection.refetch()} />;
  if (!inspection.data) {
    return (
      <>
        <span className="p-small" role="status">
          {words.reading}
        </span>
        <Waiting rows={6} />
      </>
    );
  }
  const seen = inspection.data;
  if (seen.paper === null) return <Bar tone="note">{words.notOurs}</Bar>;
  return (
    <>
      <div className="p-line p-apart">
        <span className="p-small">
          {seen.paper.kindName} · {words.revision(seen.paper.revision)}
          {seen.paper.number && ` · ${seen.paper.number}`}
        </span>
        <Button size="small" disabled={inspection.isFetching} onClick={() => void inspection.refetch()}>
          {words.again}
        </Button>
      </div>
      {seen.plan === null ? (
        <>
          <Bar tone="warning">{words.choosePlan}</Bar>
          <Select aria-label={words.choosePlan} value="" onChange={(_, data) => onPlan(data.value)}>
            <option value="" />
            {seen.plans.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.title}
              </option>
            ))}
          </Select>
        </>
      ) : (
        children(seen)
      )}
    </>
  );
}

function Regions({
  seen,
  updating,
  onStart,
}: {
  seen: PaperInspection;
  updating: Updating;
  onStart: (regions: readonly RegionView[]) => void;
}) {
  const { port } = usePaneContext();
  const [choices, setChoices] = useKept<Record<string, boolean>>('update-choices', {});
  const { run } = updating;
  // The next update rests on the record of the one before.
  const isBusy = run.step !== 'idle' || updating.record.isPending || updating.record.unsent !== null;
  const { isWord, edits, seesTracking } = port.abilities;
  const chosen = chosenOf(seen.regions, choices);
  const open = seen.regions.filter((region) => region.state !== 'current' || region.places > 1);
  const rest = seen.regions.length - open.length;
  const undecided = seen.regions.filter((region) => canTake(region) && needsChoice(region) && choices[keyOf(region)] === undefined).length;
  return (
    <>
      {seen.outsideChanged && <Bar tone="note">{words.outside}</Bar>}
      {seen.regions.every((region) => region.state === 'current') && <Bar tone="good">{words.allCurrent}</Bar>}
      <ul className="p-list" aria-label={words.list}>
        {open.map((region) => (
          <RegionCard
            key={keyOf(region)}
            region={region}
            isChosen={chosen.includes(region)}
            isBusy={isBusy || (isWord && !edits)}
            onChoose={(isChosen) => setChoices({ ...choices, [keyOf(region)]: isChosen })}
            onOne={() => onStart([region])}
          />
        ))}
      </ul>
      {rest > 0 && open.length > 0 && <span className="p-small">{words.rest(rest)}</span>}
      {(seen.regions.some(canTake) || run.step !== 'idle') && (
        <div className="p-actions">
          <Progress run={run} onStop={updating.stop} />
          <Button appearance="primary" disabled={isBusy || chosen.length === 0 || (isWord && !edits)} onClick={() => onStart(chosen)}>
            {chosen.length === 0 ? words.nothing : words.all(chosen.length)}
          </Button>
          {undecided > 0 && <span className="p-small">{words.choosing(undecided)}</span>}
          {isWord && edits && <span className="p-small">{seesTracking ? words.tracked : words.untracked}</span>}
        </div>
      )}
    </>
  );
}
