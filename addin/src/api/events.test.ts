import { afterEach, expect, test, vi } from 'vitest';
import { parseEvents, watchJob } from './events';
import type { Job } from './types';

const job = (state: Job['state'], done: number): Job => ({
  id: 'j',
  version: 1,
  kind: 'draft',
  state,
  planId: 'p',
  at: '2021-03-05T00:00:00Z',
  by: '张三',
  endedAt: null,
  done,
  total: 3,
  failed: 0,
  current: '',
  isCancelling: false,
  error: '',
  result: null,
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('events may come in any pieces', () => {
  const text = 'event: job\ndata: {"a":1}\n\nevent: job\r\ndata: {"a":2}\r\n\r\ndata: {"a"';
  for (let cut = 0; cut <= text.length; cut++) {
    const first = parseEvents(text.slice(0, cut));
    const second = parseEvents(first.rest + text.slice(cut));
    expect([...first.data, ...second.data]).toEqual(['{"a":1}', '{"a":2}']);
    expect(second.rest).toBe('data: {"a"');
  }
});

test('a stream that breaks is taken up again and nothing is told twice as ended', async () => {
  vi.useFakeTimers();
  const answers = [
    () => Response.json(job('running', 0)),
    () => new Response(`data: ${JSON.stringify(job('running', 1))}\n\n`),
    () => Response.json(job('running', 1)),
    () => Promise.reject(new TypeError('network')),
    () => Response.json(job('done', 3)),
  ];
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(answers.shift()?.())),
  );
  const told: string[] = [];
  const watching = watchJob('j', (one) => told.push(`${one.state} ${String(one.done)}`), new AbortController().signal);
  await vi.advanceTimersByTimeAsync(5000);
  expect((await watching).state).toBe('done');
  expect(told).toEqual(['running 0', 'running 1', 'running 1', 'done 3']);
});

test('a stream that falls silent is given up, and the job is asked after anew', async () => {
  vi.useFakeTimers();
  const answers = [
    () => Response.json(job('running', 0)),
    () => new Response(new ReadableStream({ start: () => undefined })),
    () => Response.json(job('done', 3)),
  ];
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(answers.shift()?.())),
  );
  const watching = watchJob('j', () => undefined, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(32_000);
  expect((await watching).state).toBe('done');
});

test('a job that is no longer there is not asked after for ever', async () => {
  vi.useFakeTimers();
  const gone = { type: 'about:blank', title: '', status: 404, detail: '没有这项工作。', code: 'not-found', requestId: '' };
  const answers = [() => Response.json(job('running', 0)), () => new Response(''), () => Response.json(gone, { status: 404 })];
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(answers.shift()?.())),
  );
  const watching = watchJob('j', () => undefined, new AbortController().signal).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await watching).toMatchObject({ problem: { status: 404 } });
});

test('who goes away is told no more', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn((_: string, init: RequestInit) => {
      init.signal?.throwIfAborted();
      return Promise.resolve(Response.json(job('running', 0)));
    }),
  );
  const stop = new AbortController();
  stop.abort();
  await expect(watchJob('j', () => undefined, stop.signal)).rejects.toThrow();
});
