import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Collected, Plan } from '../../api/types';
import { refusal, serve, show } from '../../components/testing';
import CollectTab from './CollectTab';

afterEach(() => vi.unstubAllGlobals());

const plan = { id: 'p', title: '工作要点' } as Plan;
const bodies = () => Response.json({ figures: { bodies: [{ name: '县公安局' }] } });
const read: Collected = {
  file: '公安.xlsx',
  changes: [
    {
      taskId: 't',
      number: '1.1',
      title: '建立清单',
      body: '县公安局',
      place: 'F3',
      state: 'done',
      before: 'overdue',
      after: 'done',
      laterOn: null,
      percent: 100,
      progress: '已建立',
      on: '2021-05-01',
      reporter: '李四',
    },
  ],
  unplaced: [{ place: 'F9', text: '差不多了', code: 'state', message: '状态只能填四种之一。' }],
  known: 2,
  blank: 3,
  applied: false,
};

test('a workbook is looked at before it is written', async () => {
  let isAway = true;
  const sent = serve({
    'GET plans/p/progress': bodies,
    'POST plans/p/collect?name=公安.xlsx&apply=false': () => Response.json(read),
    'POST plans/p/collect?name=公安.xlsx&apply=true': () =>
      isAway ? refusal('别人正在写。请稍后重试。', 409) : Response.json({ ...read, applied: true }),
  });
  show(<CollectTab plan={plan} />);
  await userEvent.upload(screen.getByLabelText('选择交回的表'), new File(['x'], '公安.xlsx'));
  const card = await screen.findByRole('article', { name: '交回的表 公安.xlsx' });
  const row = await within(card).findByRole('row', { name: /建立清单/ });
  expect(row.textContent).toContain('原为已逾期');
  expect(within(card).getByText('状态只能填四种之一。')).toBeTruthy();
  expect(within(card).getByText('F9')).toBeTruthy();
  expect(within(card).getByText('会写入 1 条 · 2 条以前收过 · 3 行没有填')).toBeTruthy();
  expect(sent.filter((one) => one.path.includes('apply=true'))).toEqual([]);

  await userEvent.click(within(card).getByRole('button', { name: '写入 公安.xlsx' }));
  expect((await within(card).findByRole('alert')).textContent).toContain('别人正在写');
  isAway = false;
  await userEvent.click(within(card).getByRole('button', { name: '写入 公安.xlsx' }));
  expect(await within(card).findByText('已写入 1 条进展。')).toBeTruthy();
  expect(within(card).queryByRole('button', { name: /写入/ })).toBeNull();
});

test('what comes of a report is shown, and that a later one stands above it', async () => {
  const idle = { ...read.changes[0], after: 'overdue', laterOn: '2021-05-04' };
  serve({
    'GET plans/p/progress': bodies,
    'POST plans/p/collect': () => Response.json({ ...read, changes: [idle] }),
  });
  show(<CollectTab plan={plan} />);
  await userEvent.upload(screen.getByLabelText('选择交回的表'), new File(['x'], '公安.xlsx'));
  const row = await screen.findByRole('row', { name: /建立清单/ });
  expect(row.textContent).toContain('已逾期填报为已完成不改变当前状态：已有 2021-05-04 的填报');
  expect(row.textContent).not.toContain('原为');
});

test('several are read at once and written one after another', async () => {
  const sent = serve({
    'GET plans/p/progress': bodies,
    'POST plans/p/collect?name=甲.xlsx&apply=false': () => Response.json({ ...read, file: '甲.xlsx' }),
    'POST plans/p/collect?name=乙.xls&apply=false': () => Response.json({ ...read, file: '乙.xls' }),
    'POST plans/p/collect?name=丙.xlsx&apply=false': () => refusal('这不是填报表。'),
    'POST plans/p/collect': () => Response.json({ ...read, applied: true }),
  });
  show(<CollectTab plan={plan} />);
  const files = ['甲.xlsx', '乙.xls', '丙.xlsx'].map((name) => new File(['x'], name));
  await userEvent.upload(screen.getByLabelText('选择交回的表'), files);
  expect((await screen.findByRole('alert')).textContent).toContain('这不是填报表');
  await userEvent.click(await screen.findByRole('button', { name: '全部写入（2 张表）' }));
  await vi.waitFor(() => expect(screen.getAllByText('已写入 1 条进展。')).toHaveLength(2));
  expect(sent.filter((one) => one.path.includes('apply=true')).map((one) => one.path.slice(21, 22))).toEqual(['甲', '乙']);
});
