import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Job } from '../api/types';
import { JobProgress } from './JobProgress';

const running: Job = {
  id: 'j',
  version: 1,
  kind: 'draft',
  state: 'running',
  planId: 'p',
  at: '2021-03-05T00:00:00Z',
  by: '张三',
  endedAt: null,
  done: 3,
  total: 34,
  failed: 1,
  current: '任务清单/01 县应急局 任务清单.docx',
  isCancelling: false,
  error: '',
  result: null,
};

function show(job: Job, onAgain = vi.fn()) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <JobProgress job={job} onAgain={onAgain} />
    </QueryClientProvider>,
  );
  return onAgain;
}

afterEach(() => vi.unstubAllGlobals());

test('progress counts what failed as gone through', () => {
  show(running);
  expect(screen.getByText(/已完成 4 \/ 34/)).toBeTruthy();
  expect(screen.getByText(/县应急局/)).toBeTruthy();
});

test('what failed is listed with its reason and can be tried again', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn((path: string) =>
      Promise.resolve(
        path.includes('/items')
          ? Response.json({
              items: [
                { ordinal: 0, name: '甲.docx', state: 'failed', error: '没有这项任务。', documentId: null },
                { ordinal: 1, name: '乙.docx', state: 'done', error: '', documentId: 'd' },
              ],
              next: null,
              total: 2,
            })
          : Response.json({ ...running, state: 'queued' }),
      ),
    ),
  );
  const again = show({ ...running, state: 'failed' });
  expect(await screen.findByText('甲.docx：没有这项任务。')).toBeTruthy();
  expect(screen.queryByText(/乙.docx/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '重做没有做成的' }));
  expect(again).toHaveBeenCalledOnce();
});

test('a job that is being stopped says so', () => {
  show({ ...running, isCancelling: true });
  expect(screen.getByRole('button', { name: '正在停止…' })).toHaveProperty('disabled', true);
});
