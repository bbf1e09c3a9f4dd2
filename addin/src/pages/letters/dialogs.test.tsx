import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { refusal, serve, show } from '../../components/testing';
import { IssueDialog } from './IssueDialog';
import { Proposals } from './Proposals';
import { ReplyDialog } from './ReplyDialog';
import { letter, proposal } from './sample';

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

test('issuing says what cannot be taken back, and keeps what was filled in through a refusal', async () => {
  let isRefused = true;
  const sent = serve({
    'GET plans/p/progress': () => Response.json({ unknownYears: [2027] }),
    'POST letters/issue': () => (isRefused ? refusal('反馈期限在发文日期之前。请核对。') : Response.json({ id: 'j' })),
  });
  const onJob = vi.fn();
  show(<IssueDialog letters={[letter]} onJob={onJob} onClose={vi.fn()} />);
  expect(screen.getByText(/编号后不能收回，只能作废/)).toBeTruthy();
  expect(await screen.findByText(/没有 2027 年的节假日，反馈期限/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('发文日期'), '2026-11-26');
  await userEvent.click(screen.getByRole('button', { name: '编号并发出' }));
  expect((await screen.findByRole('alert')).textContent).toContain('请核对');
  expect(screen.getByLabelText('发文日期')).toHaveProperty('value', '2026-11-26');
  isRefused = false;
  await userEvent.click(screen.getByRole('button', { name: '编号并发出' }));
  await vi.waitFor(() => expect(onJob).toHaveBeenCalledOnce());
  expect(sent.filter((one) => one.method === 'POST').at(-1)?.body).toEqual({
    letters: [letter.id],
    on: '2026-11-26',
    replyBy: null,
    drive: '',
    folder: '',
    withPdf: false,
    replaceHandEdits: false,
    otherYear: false,
  });
});

test('a day of another year is agreed to before it is issued for, and another day is not agreed to with it', async () => {
  const sent = serve({
    'GET plans/p/progress': () => Response.json({ today: '2026-01-05', unknownYears: [] }),
    'POST letters/issue': () => Response.json({ id: 'j' }),
  });
  show(<IssueDialog letters={[letter]} onJob={vi.fn()} onClose={vi.fn()} />);
  const day = screen.getByLabelText('发文日期');
  await userEvent.type(day, '2025-12-31');
  await userEvent.click(await screen.findByRole('checkbox', { name: '日期不在今年，编 2025 年的文号' }));
  await userEvent.click(screen.getByRole('button', { name: '编号并发出' }));
  await userEvent.clear(day);
  await userEvent.type(day, '2024-12-31');
  await userEvent.click(screen.getByRole('button', { name: '编号并发出' }));
  await vi.waitFor(() => expect(sent.filter((one) => one.method === 'POST')).toHaveLength(2));
  expect(sent.filter((one) => one.method === 'POST').map((one) => (one.body as { otherYear: boolean }).otherYear)).toEqual([true, false]);
  await userEvent.clear(day);
  await userEvent.type(day, '2026-01-04');
  expect(screen.queryByRole('checkbox', { name: /日期不在今年/ })).toBeNull();
});

test('a draft that somebody typed in is followed by another one only when that is chosen', async () => {
  const sent = serve({
    'POST letters/issue': ({ body }) =>
      (body as { replaceHandEdits: boolean }).replaceHandEdits
        ? Response.json({ id: 'j' })
        : refusal('上次归档的是手工改过的版本。', 409, 'hand-edited'),
  });
  const onJob = vi.fn();
  const onClose = vi.fn();
  show(<IssueDialog letters={[letter]} onJob={onJob} onClose={onClose} />);
  await userEvent.click(screen.getByRole('button', { name: '编号并发出' }));
  expect((await screen.findByRole('alert')).textContent).toContain('手工改过的版本');
  expect(onJob).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '不要手改的文字，另做一版' }));
  await vi.waitFor(() => expect(onJob).toHaveBeenCalledOnce());
  expect(sent.filter((one) => one.method === 'POST').map((one) => (one.body as { replaceHandEdits: boolean }).replaceHandEdits)).toEqual([
    false,
    true,
  ]);
});

test('an answer is kept until it is recorded, also when the dialog is closed', async () => {
  let isRefused = true;
  const sent = serve({
    'POST letters/': () =>
      isRefused ? refusal('这份函已经办结或撤回，不能再登记反馈。', 409) : Response.json({ ...letter, state: 'closed' }),
  });
  const onNote = vi.fn();
  const shown = show(<ReplyDialog letter={letter} onNote={onNote} onClose={vi.fn()} />);
  await userEvent.type(screen.getByLabelText('反馈内容'), '已整改');
  await userEvent.click(screen.getByRole('checkbox', { name: '1.1 建立清单' }));
  expect(screen.getByRole('checkbox', { name: '2.1 排查隐患（已完成）' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: '登记' }));
  expect((await screen.findByRole('alert')).textContent).toContain('已经办结或撤回');
  shown.unmount();
  show(<ReplyDialog letter={letter} onNote={onNote} onClose={vi.fn()} />);
  expect(screen.getByLabelText('反馈内容')).toHaveProperty('value', '已整改');
  isRefused = false;
  await userEvent.click(screen.getByRole('button', { name: '登记' }));
  await vi.waitFor(() => expect(onNote).toHaveBeenCalledWith('县公安局的督办函已办结。'));
  expect(sent.filter((one) => one.method === 'POST').at(-1)?.body).toEqual({
    on: null,
    text: '已整改',
    file: null,
    closes: null,
    done: ['t1'],
  });
});

test('an answer that leaves tasks open does not close the letter unless that is said', async () => {
  const sent = serve({ 'POST letters/': () => Response.json({ ...letter, state: 'replied' }) });
  show(<ReplyDialog letter={{ ...letter, id: 'left-open' }} onNote={vi.fn()} onClose={vi.fn()} />);
  const closes = screen.getByRole('checkbox', { name: '随即办结' });
  expect(closes).toHaveProperty('checked', false);
  expect(screen.getByText('还有 1 项任务没有勾选为完成，函留在“已反馈”。')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: '1.1 建立清单' }));
  expect(closes).toHaveProperty('checked', true);
  await userEvent.click(screen.getByRole('checkbox', { name: '1.1 建立清单' }));
  await userEvent.click(closes);
  expect(screen.getByText(/现在办结，任务照样算没有完成/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '登记' }));
  await vi.waitFor(() => expect(sent.find((one) => one.method === 'POST')?.body).toMatchObject({ closes: true, done: [] }));
});

test('what is chosen is prepared, and where nothing is to be written that is said', async () => {
  const sent = serve({
    'GET plans/p/letters/proposals': () => Response.json({ items: [proposal, { ...proposal, body: '县应急局' }], next: null, total: 2 }),
    'POST plans/p/letters': () => new Response(null, { status: 204 }),
  });
  const onJob = vi.fn();
  show(<Proposals plan="p" isBusy={false} onJob={onJob} />);
  expect(await screen.findByRole('button', { name: '拟稿所选的' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox', { name: '全选督办函' }));
  expect(screen.getByText('已选 2 份')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: '选择 县应急局的督办函' }));
  await userEvent.click(screen.getByRole('button', { name: '拟稿所选的' }));
  expect(await screen.findByText(/没有要拟的/)).toBeTruthy();
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ letters: [{ step: 'supervision', body: '县公安局' }] });
  expect(onJob).not.toHaveBeenCalled();
});
