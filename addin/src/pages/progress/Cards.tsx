import type { Counts, Progress } from '../../api/types';
import { useRights } from '../../app/me';
import { rateText, standingNames, standings, standingSigns } from '../../components/standing';
import { words } from './words';

/** The figures that are asked for first. */
export function Headlines({ progress, dueAddress, lettersAddress }: { progress: Progress; dueAddress: string; lettersAddress: string }) {
  const { canDraft } = useRights();
  const { tasks, parts } = progress.figures;
  return (
    <ul className="cards" aria-label={words.headline}>
      <Rate name={words.taskRate} counts={tasks} what={words.tasks} />
      <Rate name={words.partRate} counts={parts} what={words.parts} />
      <li>
        <a className="card" href={dueAddress}>
          <span className="card-name">{words.dueThisMonth}</span>
          <span className="card-figure">
            {progress.dueThisMonth}
            <span className="card-unit">{words.unit}</span>
          </span>
          <span className="small">{words.dueHint(parts.overdue)}</span>
        </a>
      </li>
      {canDraft && (
        <li>
          <a className="card" href={lettersAddress}>
            <span className="card-name">{words.letters}</span>
            <span className="card-figure">
              {progress.proposals}
              <span className="card-unit">{words.letterUnit}</span>
            </span>
            <span className="small">{words.lettersHint}</span>
          </a>
        </li>
      )}
    </ul>
  );
}

function Rate({ name, counts, what }: { name: string; counts: Counts; what: string }) {
  return (
    <li className="card">
      <span className="card-name">{name}</span>
      <span className="card-figure">{rateText(counts.rate)}</span>
      <svg className="card-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="card-bar-all" x={0} y={0} width={100} height={4} />
        <rect className="area-done" x={0} y={0} width={counts.rate ?? 0} height={4} />
      </svg>
      <span className="small">{words.done(counts.done, counts.total, what)}</span>
    </li>
  );
}

/** How many tasks and parts stand where. */
export function StateCards({ tasks, parts, addressFor }: { tasks: Counts; parts: Counts; addressFor: (state: string) => string }) {
  return (
    <ul className="cards cards-states" aria-label={words.states}>
      {standings.map((state) => (
        <li key={state}>
          <a className={`card card-${state}`} href={addressFor(state)}>
            <span className="card-name">
              <span className={`key key-${state}`} aria-hidden="true">
                {standingSigns[state]}
              </span>{' '}
              {standingNames[state]}
            </span>
            <span className="card-figure">
              {tasks[state]}
              <span className="card-unit">{words.taskUnit}</span>
            </span>
            <span className="small">{words.partsOf(parts[state])}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
