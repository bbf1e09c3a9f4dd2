import { ApiError, call, send } from './client';
import { pause } from './pause';
import type { Job } from './types';

/** Splits a piece of an event stream into the data of whole events and what is left over. */
export function parseEvents(text: string): { data: string[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const data = blocks
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart())
        .join('\n'),
    )
    .filter((one) => one.length > 0);
  return { data, rest };
}

/** Whether nothing more will happen to a job by itself. */
export function hasEnded(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}

// A stream can fall silent without ending, as when the machine slept or the network changed: then the job is asked after anew.
const longestSilence = 30_000;

/** Whether asking again is no use, such as after a job that is no longer there. */
function isRefused(error: unknown): boolean {
  return error instanceof ApiError && [400, 403, 404].includes(error.problem.status);
}

/** Follows a job to its end, telling of each step. A stream that breaks is taken up again, by asking where need be. */
export async function watchJob(id: string, tell: (job: Job) => void, signal: AbortSignal): Promise<Job> {
  let last = await call<Job>(`jobs/${id}`, { signal });
  tell(last);
  while (!hasEnded(last)) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), longestSilence);
    try {
      const answer = await send(`jobs/${id}/events`, { signal: AbortSignal.any([signal, silence.signal]), patience: 0 });
      for await (const job of jobsOf(answer, silence.signal)) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), longestSilence);
        last = job;
        tell(job);
      }
    } catch (error) {
      if (signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
    }
    if (hasEnded(last)) break;
    await pause(1000, signal);
    try {
      last = await call<Job>(`jobs/${id}`, { signal });
      tell(last);
    } catch (error) {
      if (signal.aborted || isRefused(error)) throw error;
    }
  }
  return last;
}

async function* jobsOf(answer: Response, stop: AbortSignal): AsyncGenerator<Job> {
  const reader = answer.body?.getReader();
  if (!reader) return;
  stop.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { data, rest } = parseEvents(text + decoder.decode(value, { stream: true }));
    text = rest;
    for (const one of data) yield JSON.parse(one) as Job;
  }
}
