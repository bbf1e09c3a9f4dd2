import { useQueryClient } from '@tanstack/react-query';
import type { RegionOutcome } from '../../word/port';
import { updatePaper, type RegionView } from '../api';
import { usePaneContext } from '../context';
import { useRecord, type RecordWork } from '../record';
import type { Sending } from '../sending';
import { askedFor, stillToPutBack, workOf } from './choices';
import { putRun, useRun, type Run } from './run';

/** Bringing a paper up to date, and taking that back. */
export interface Updating {
  run: Run;
  record: Sending<RecordWork>;
  start: (chosen: readonly RegionView[]) => void;
  stop: () => void;
  putBack: (outcomes: readonly RegionOutcome[]) => void;
}

/** Carries out updates of the document in hand. */
export function useUpdating(plan: string | null, title: string, onDone: (replaced: number, left: number) => void): Updating {
  const { port, epoch } = usePaneContext();
  const queries = useQueryClient();
  const run = useRun(port, epoch);
  const writing = useRecord('update', () => undefined);
  const put = (change: Partial<Run>) => putRun(port, epoch, change);
  const look = () => queries.invalidateQueries({ queryKey: ['inspection'] });

  async function update(chosen: readonly RegionView[]): Promise<void> {
    const stop = new AbortController();
    const { signal } = stop;
    put({ step: 'asking', done: 0, all: chosen.length, error: null, stop, left: [] });
    // What is put back later goes with the record that was there before: where that cannot be read, nothing is replaced.
    const record = run.record ?? (await port.readMark())?.xml ?? null;
    const answer = await updatePaper(await port.readPackage({ signal }), { plan, ...askedFor(chosen) }, signal);
    const work = workOf(chosen, answer);
    put({ step: 'replacing', all: work.changes.length });
    const outcomes = await port.replace(work.changes, { signal, onProgress: (done, all) => put({ done, all }) });
    const replaced = outcomes.filter((outcome) => outcome.replaced > 0);
    const left = [...work.left, ...outcomes.filter((outcome) => outcome.replaced === 0 || outcome.problem !== '')];
    // Only what stands in the document now may be written down as written.
    put({ left, replaced: [...run.replaced, ...replaced], record });
    if (replaced.length > 0) {
      const names = work.names.filter((_, i) => (outcomes[i]?.replaced ?? 0) > 0);
      const xml = left.length === 0 ? answer.record : await recordOf(names, answer.record);
      writing.run({ xml, title });
    }
    onDone(replaced.length, left.length);
  }

  // Where some were refused, the service writes the record for those that were not; if it cannot, the first one serves: it loses no word.
  async function recordOf(names: string[], otherwise: string): Promise<string> {
    try {
      return (await updatePaper(await port.readPackage(), { plan, region: names, take: [] })).record;
    } catch {
      return otherwise;
    }
  }

  async function restore(outcomes: readonly RegionOutcome[]): Promise<void> {
    put({ step: 'puttingBack', done: 0, all: outcomes.length, error: null, left: [] });
    const results = await port.putBack([...outcomes], { onProgress: (done, all) => put({ done, all }) });
    const restored = outcomes.filter((_, i) => (results[i]?.replaced ?? 0) > 0);
    const rest = run.replaced.flatMap((outcome) => stillToPutBack(outcome, results[outcomes.indexOf(outcome)]));
    const left = results.filter((result) => result.replaced === 0 || result.problem !== '');
    put({ left, replaced: rest, record: rest.length > 0 ? run.record : null });
    // The older record holds for all: what was not put back is known as current by its words.
    if (restored.length > 0 && run.record !== null) writing.run({ xml: run.record, title });
    onDone(-restored.length, 0);
  }

  const carryOut = (work: Promise<void>): void => {
    work
      .catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) put({ error });
      })
      .finally(() => {
        put({ step: 'idle' });
        void look();
      });
  };

  return {
    run,
    record: writing,
    start: (chosen) => carryOut(update(chosen)),
    stop: () => {
      put({ step: 'stopping' });
      run.stop?.abort();
    },
    putBack: (outcomes) => carryOut(restore(outcomes)),
  };
}
