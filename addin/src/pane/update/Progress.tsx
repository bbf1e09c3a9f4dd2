import { Button, ProgressBar } from '@fluentui/react-components';
import { Bar } from '../../components/Bar';
import { ProblemBar } from '../../components/ProblemBar';
import type { RegionOutcome } from '../../word/port';
import type { Run } from './run';
import { words } from './words';

/** How an update gets on, with the way to stop it. */
export function Progress({ run, onStop }: { run: Run; onStop: () => void }) {
  const text = {
    idle: '',
    asking: words.asking,
    replacing: words.replacing(run.done, run.all),
    stopping: words.stopping,
    puttingBack: words.puttingBack,
  }[run.step];
  return (
    <div aria-live="polite">
      {text !== '' && (
        <div className="p-stack p-tight">
          <div className="p-line p-apart">
            <span>{text}</span>
            {run.step !== 'puttingBack' && (
              <Button size="small" disabled={run.step === 'stopping'} onClick={onStop}>
                {words.stop}
              </Button>
            )}
          </div>
          <ProgressBar
            aria-label={text}
            {...(run.step === 'asking' ? {} : { max: Math.max(1, run.all), value: run.done })}
            thickness="large"
          />
        </div>
      )}
    </div>
  );
}

/** What came of updates: what was left and why, and what can be put back. */
export function Outcomes({ run, onPutBack }: { run: Run; onPutBack: (outcomes: readonly RegionOutcome[]) => void }) {
  const isBusy = run.step !== 'idle';
  return (
    <>
      {run.error !== null && <ProblemBar error={run.error} />}
      {run.left.length > 0 && (
        <Bar tone="warning" role="alert">
          {words.outcome(run.left.length)}
          <ul>
            {run.left.map((outcome, i) => (
              <li key={i}>
                {outcome.title}：{outcome.problem}
              </li>
            ))}
          </ul>
        </Bar>
      )}
      {run.replaced.length > 0 && (
        <details className="p-card">
          <summary>
            {words.done(run.replaced.length)} {words.putBack}
          </summary>
          <div className="p-stack p-tight">
            <div>
              <Button disabled={isBusy} onClick={() => onPutBack(run.replaced)}>
                {words.putBackAll(run.replaced.length)}
              </Button>
            </div>
            {run.replaced.map((outcome, i) => (
              <div key={i} className="p-line p-apart">
                <span>{outcome.title}</span>
                <Button size="small" disabled={isBusy} aria-label={words.putBackNamed(outcome.title)} onClick={() => onPutBack([outcome])}>
                  {words.putBackOne}
                </Button>
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}
