import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { everyDocument, readKept, writeKept } from '../kept';
import { job, mark, plan, task } from '../testing/samples';
import { away, pageOf, problem, service, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

const outline = {
  name: '通知.docx',
  title: '关于印发任务分工的通知',
  kindName: '通知',
  bearsNumber: true,
  lines: [
    { style: 'title', text: '关于印发任务分工的通知' },
    { style: 'text', text: '现将任务分工印发给你们。' },
  ],
  hasPdf: false,
};

const matrix = {
  bodies: [{ name: '县应急局', isGroup: false, needsReview: false, lead: 1, responsible: 0, cooperating: 0, guiding: 0 }],
  tasks: [],
};

let known: Service;

beforeEach(() => {
  known = service()
    .on('GET plans', pageOf([plan]))
    .on('GET tasks', pageOf([task('14.3')]))
    .on('GET plans/p1/matrix', matrix)
    .on('POST papers/inspect', { paper: null, plan: 'p1', plans: [], regions: [], outsideChanged: false })
    .on('POST drafts/outline', outline);
});

async function preview(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: /预览/ }));
  await screen.findByText('现将任务分工印发给你们。');
}

test('a paper is shown and opened as a document of its own', async () => {
  known.on('POST drafts/file', () => new Response(new Uint8Array([7, 8])));
  const port = new TestPort();
  show('insert', port);
  await preview();
  await userEvent.click(screen.getByRole('button', { name: '放进新文档' }));
  expect(await screen.findByText('已打开新文档：通知.docx')).toBeTruthy();
  expect(port.opened).toEqual([{ docx: new Uint8Array([7, 8]), name: '通知.docx' }]);
  expect(known.made('POST drafts/outline')[0]?.json).toEqual({ plan: 'p1', order: { kind: 'notice' } });
});

test('at the cursor it comes with its record', async () => {
  known.on('POST drafts/fragment', { ooxml: '<pkg/>', record: '<paper/>', text: '…', title: '通知' });
  const port = new TestPort();
  show('insert', port);
  await preview();
  await userEvent.click(screen.getByRole('button', { name: '插入光标处' }));
  expect(await screen.findByText(/以后可以在“更新”中更新/)).toBeTruthy();
  expect(port.fragments).toEqual([{ ooxml: '<pkg/>', tag: '', title: '' }]);
  expect(port.mark?.xml).toBe('<paper/>');
});

test('a record that the host lost can be written again, even after the pane was closed', async () => {
  known.on('POST drafts/fragment', { ooxml: '<pkg/>', record: '<paper/>', text: '…', title: '通知' });
  const port = new TestPort();
  port.losesRecord = true;
  const { unmount } = show('insert', port);
  await preview();
  await userEvent.click(screen.getByRole('button', { name: '插入光标处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('还没有送出：《通知》的更新记录');
  unmount();
  port.losesRecord = false;
  show('insert', port);
  await userEvent.click(await screen.findByRole('button', { name: '重试' }));
  await waitFor(() => expect(port.mark?.xml).toBe('<paper/>'));
  expect(port.fragments).toHaveLength(1);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the record of another paper is not written over', async () => {
  known.on('POST drafts/fragment', { ooxml: '<pkg/>', record: '<other/>', text: '…', title: '通知' });
  const port = new TestPort();
  port.mark = mark;
  show('insert', port);
  await preview();
  expect(screen.getByText(/当前文档已是《县应急局任务清单》/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '插入光标处' }));
  expect(await screen.findByText('已插入到光标处。')).toBeTruthy();
  expect(port.mark.xml).toBe(mark.xml);
});

test('where the record cannot be read, none is written until it can, and that of another paper stays', async () => {
  known.on('POST drafts/fragment', { ooxml: '<pkg/>', record: '<other/>', text: '…', title: '通知' });
  const port = new TestPort();
  port.mark = mark;
  const readMark = port.readMark.bind(port);
  port.readMark = () => Promise.reject(new Error('Word 很久没有回应。'));
  show('insert', port);
  await preview();
  expect(screen.getByText(/没有读出这份文档的更新记录/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '插入光标处' }));
  const bar = (await screen.findByText(/还没有送出：《通知》的更新记录/)).closest('[role="alert"]') as HTMLElement;
  expect(port.fragments).toHaveLength(1);
  port.readMark = readMark;
  await userEvent.click(within(bar).getByRole('button', { name: '重试' }));
  expect(await screen.findByText('已插入到光标处。')).toBeTruthy();
  expect(port.mark.xml).toBe(mark.xml);
  await waitFor(() => expect(screen.queryByText(/没有读出这份文档的更新记录/)).toBeNull());
});

test('what is missing is said before the service is asked', async () => {
  show('insert', new TestPort());
  await userEvent.selectOptions(await screen.findByLabelText('文种'), '督办函');
  await userEvent.click(screen.getByRole('button', { name: '预览' }));
  expect((await screen.findByRole('alert')).textContent).toContain('请至少选一项任务。');
  expect(known.made('POST drafts/outline')).toEqual([]);
  await userEvent.click(screen.getByText('从列表中选'));
  await userEvent.click(await screen.findByRole('checkbox', { name: '14.3 建立清单' }));
  await preview();
  expect(known.made('POST drafts/outline')[0]?.json).toEqual({ plan: 'p1', order: { kind: 'supervisionLetter', tasks: ['14.3'] } });
});

test('a changed form asks for a new preview before anything is made of it', async () => {
  show('insert', new TestPort());
  await preview();
  await userEvent.selectOptions(screen.getByLabelText('文种'), '任务清单');
  expect(screen.queryByRole('button', { name: '放进新文档' })).toBeNull();
  expect(screen.getByText('内容已改，请重新预览。')).toBeTruthy();
});

// On a busy machine the page is still hidden from assistive technology when the dialog is gone.
const hidden = { hidden: true };

async function takeNumber(): Promise<void> {
  await preview();
  await userEvent.click(screen.getByRole('checkbox', { name: '取发文字号' }));
  await waitFor(() => expect(screen.getByRole('button', { name: '取号并生成' }).hasAttribute('disabled')).toBe(false));
  await userEvent.click(screen.getByRole('button', { name: '取号并生成', hidden: true }));
  const dialog = await screen.findByRole('alertdialog', hidden);
  expect(dialog.textContent).toContain('号码编出后不能改回');
  expect(known.made('POST documents')).toEqual([]);
  await userEvent.click(Array.from(dialog.querySelectorAll('button')).find((one) => one.textContent === '取号并生成') as HTMLElement);
}

function numbering(): void {
  known
    .on('POST documents', job({ state: 'queued' }))
    .on('GET jobs/j1', job())
    .on('GET jobs/j1/items', pageOf([{ ordinal: 0, name: '通知.docx', state: 'done', error: '', documentId: 'd1' }]))
    .on('GET documents/d1', { id: 'd1', path: '通知/通知.docx', number: '源安委发〔2021〕8号' })
    .on('GET documents/d1/file', () => new Response(new Uint8Array([9])));
}

test('a number is taken only after it was confirmed, and the paper with it is opened', async () => {
  numbering();
  const port = new TestPort();
  show('insert', port);
  await takeNumber();
  expect(await screen.findByText('已取号：源安委发〔2021〕8号。已打开新文档：通知.docx')).toBeTruthy();
  expect(port.opened).toEqual([{ docx: new Uint8Array([9]), name: '通知.docx' }]);
  expect(known.made('POST documents')[0]?.json).toEqual({
    plan: 'p1',
    orders: [{ kind: 'notice' }],
    number: true,
    replaceHandEdits: false,
  });
});

test('an answer that never came is asked for again with the same key, so that no second number is taken', async () => {
  numbering();
  known.on('POST documents', away);
  show('insert', new TestPort());
  await takeNumber();
  expect((await screen.findByRole('alert', hidden)).textContent).toContain('还没有送出：取号并生成 通知.docx');
  known.on('POST documents', job());
  await userEvent.click(screen.getByRole('button', { name: '重试', hidden: true }));
  expect(await screen.findByText(/已取号：源安委发〔2021〕8号/)).toBeTruthy();
  expect(new Set(known.made('POST documents').map((got) => got.headers.get('Idempotency-Key'))).size).toBe(1);
});

test('work that is still to be sent is not given up for the next', async () => {
  known.on('POST documents', away);
  show('insert', new TestPort());
  await takeNumber();
  await screen.findByText(/还没有送出：取号并生成 通知.docx/);
  const keys = () => new Set(known.made('POST documents').map((got) => got.headers.get('Idempotency-Key')));
  const [first] = keys();
  await waitFor(() => expect(screen.queryByRole('alertdialog', { hidden: true })).toBeNull());
  await userEvent.click(await screen.findByRole('button', { name: '取号并生成', hidden: true }));
  const dialog = await screen.findByRole('alertdialog', hidden);
  await userEvent.click(within(dialog).getByRole('button', { name: '取号并生成', hidden: true }));
  expect(await screen.findByText('刚才的没有做：请先重试或放弃这一项。')).toBeTruthy();
  expect(keys()).toEqual(new Set([first]));
});

test('work that its own pane cannot show is told above it', async () => {
  known.on('POST documents', away);
  const { unmount } = show('insert', new TestPort());
  await takeNumber();
  await screen.findByText(/还没有送出/);
  unmount();
  known.on('GET plans', away);
  show('insert', new TestPort());
  expect(await screen.findByText(/还没有送出：取号并生成 通知.docx/)).toBeTruthy();
});

test('what keeps a paper from its number is told before anybody agrees to it', async () => {
  known.on('POST drafts/outline', ({ json }) =>
    (json as { number?: boolean }).number === true ? problem(400, '没有成文日期，不知道是哪一年的号。') : outline,
  );
  show('insert', new TestPort());
  await preview();
  await userEvent.click(screen.getByRole('checkbox', { name: '取发文字号' }));
  expect((await screen.findByRole('alert', hidden)).textContent).toContain('没有成文日期');
  expect(screen.getByRole('button', { name: '取号并生成' }).hasAttribute('disabled')).toBe(true);
  expect(known.made('POST documents')).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: '取发文字号' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('button', { name: '放进新文档' }).hasAttribute('disabled')).toBe(false);
});

test('a paper that somebody typed in is made anew only where the person agrees', async () => {
  numbering();
  known.on('POST documents', () => problem(409, '这份公文上次归档的是手工改过的版本。', 'hand-edited'));
  show('insert', new TestPort());
  await takeNumber();
  expect((await screen.findByRole('alert', hidden)).textContent).toContain('手工改过的版本');
  await userEvent.click(screen.getByRole('button', { name: '先不做', hidden: true }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(known.made('POST documents')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: '取号并生成', hidden: true }));
  const dialog = await screen.findByRole('alertdialog', hidden);
  await userEvent.click(Array.from(dialog.querySelectorAll('button')).find((one) => one.textContent === '取号并生成') as HTMLElement);
  await screen.findByRole('alert', hidden);
  known.on('POST documents', job({ state: 'queued' }));
  await userEvent.click(screen.getByRole('button', { name: '不要手改的文字，另做一版', hidden: true }));
  expect(await screen.findByText(/已取号：源安委发〔2021〕8号/)).toBeTruthy();
  expect(known.made('POST documents').map((got) => (got.json as { replaceHandEdits: boolean }).replaceHandEdits)).toEqual([
    false,
    false,
    true,
  ]);
});

test('a kept job that the service does not know any more is told, forgotten, and can be closed', async () => {
  writeKept(everyDocument, 'numbering', 'gone');
  known.on('GET jobs/gone', () => problem(404, '没有这项工作。'));
  show('insert', new TestPort());
  expect((await screen.findByRole('alert', hidden)).textContent).toContain('没有这项工作。');
  expect(readKept(everyDocument, 'numbering')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await preview();
  expect(screen.getByRole('button', { name: '放进新文档' })).toBeTruthy();
});

test('a refusal is told and not kept', async () => {
  numbering();
  known.on('POST documents', () => problem(409, '设置中没有机关代字，不能取号。'));
  show('insert', new TestPort());
  await takeNumber();
  expect((await screen.findByRole('alert', hidden)).textContent).toContain('设置中没有机关代字');
  expect(screen.queryByText(/还没有送出/)).toBeNull();
});

test('pages that cannot be made leave the outline', async () => {
  known.on('POST drafts/outline', { ...outline, hasPdf: true }).on('POST drafts/pdf', () => problem(501, '没有安装 LibreOffice。'));
  show('insert', new TestPort());
  await preview();
  expect(await screen.findByText('没有安装 LibreOffice。')).toBeTruthy();
});

test('pages that can be made are shown', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:pages', revokeObjectURL: () => undefined }));
  known.on('POST drafts/outline', { ...outline, hasPdf: true }).on('POST drafts/pdf', () => new Response('%PDF'));
  show('insert', new TestPort());
  await userEvent.click(await screen.findByRole('button', { name: '预览' }));
  expect((await screen.findByTitle('公文预览')).getAttribute('src')).toBe('blob:pages#view=FitH');
});

test('the form is there again after the pane was closed', async () => {
  const { unmount } = show('insert', new TestPort());
  await userEvent.selectOptions(await screen.findByLabelText('文种'), '工作部署通知');
  await userEvent.type(screen.getByLabelText(/部署什么工作/), '防汛');
  unmount();
  show('insert', new TestPort());
  expect(await screen.findByDisplayValue('防汛')).toBeTruthy();
});
