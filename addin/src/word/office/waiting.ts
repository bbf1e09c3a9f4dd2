import { trouble } from '../trouble';

/** Milliseconds after which Word is taken not to answer: one step, not a whole piece of work. */
export const usualPatience = 60_000;

/** Waits for an answer of Word, but not for ever. */
export function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(trouble('timeout')), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Runs a piece of work in Word; each sync through `step` is waited for. */
export type Run = <T>(work: (context: Word.RequestContext, step: () => Promise<void>) => Promise<T>) => Promise<T>;

/** How pieces of work are run with this much patience for each of their steps. */
export function runner(patience: number): Run {
  return (work) =>
    // Word.run itself ends only when Word has answered everything, which a Word that hangs never does: what the work gives counts.
    new Promise((resolve, reject) => {
      Word.run(async (context) => {
        const step = async () => {
          await within(patience, context.sync());
        };
        try {
          resolve(await work(context, step));
        } catch (error) {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          reject(error);
        }
      }).catch(reject);
    });
}
