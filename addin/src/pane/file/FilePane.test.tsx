import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { everyDocument, readKept, writeKept } from '../kept';
import { job, mark } from '../testing/samples';
import { away, pageOf, problem, service, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

const preview = {
  documentId: 'd1',
  name: '县应急局任务清单.docx',
  place: '2021年/县应急局任务清单.docx',
  step: 'new',
  writes: true,
  message: '新写入。',
};

const filing = {
  id: 'f1',
  documentId: 'd1',
  drive: '共享',
  place: preview.place,
  link: 'https://drive.example/1',
  isRegistered: true,
  at: '2021-03-05T08:00:00Z',
  replacedAt: null,
};

let known: Service;
let port: TestPort;

beforeEach(() => {
  port = new TestPort();
  port.mark = mark;
  known = service()
    .on('GET drives', pageOf([{ name: '共享', address: '\\\\server\\共享' }]))
    .on('GET drives/共享/folders', pageOf([{ path: '2021年' }]))
    .on('POST papers/filing/preview', pageOf([preview]))
    .on('POST papers/filing', job({ kind: 'file', state: 'queued' }))
    .on('GET jobs/j1', job({ kind: 'file', total: 2, done: 2 }))
    .on('GET jobs/j1/items', pageOf([{ ordinal: 0, name: 'x', state: 'done', error: '', documentId: 'd1' }]))
    .on('GET documents/d1', { id: 'd1', path: 'x', number: '源安委办函〔2021〕3号' })
    .on('GET filings', pageOf([filing]));
});

/** Notes the sizes of what is sent to be filed. */
function sizesSent(): number[] {
  const sent: number[] = [];
  const fetch = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    if (address.includes('papers/filing?')) sent.push((init.body as Blob).size);
    return fetch(address, init);
  });
  return sent;
}

async function fileIt(): Promise<void> {
  await userEvent.selectOptions(await screen.findByLabelText('放在哪个文件夹下'), await screen.findByRole('option', { name: '2021年' }));
  await userEvent.click(screen.getByRole('button', { name: '看看写到哪里' }));
  expect(await screen.findByText(preview.place)).toBeTruthy();
  expect(known.made('POST papers/filing')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '归档' }));
}

test('a document is filed where that was shown, with its number and link, and marked as final', async () => {
  show('file', port);
  await fileIt();
  expect(await screen.findByText(`已归档：共享 ${preview.place}`)).toBeTruthy();
  expect(screen.getByText('发文字号：源安委办函〔2021〕3号')).toBeTruthy();
  expect(screen.getByRole('link', { name: '打开归档的文件' }).getAttribute('href')).toBe(filing.link);
  expect(await screen.findByText('当前文档已标为定稿。')).toBeTruthy();
  expect(port.finals).toEqual([{ number: '源安委办函〔2021〕3号', link: filing.link, at: filing.at }]);
  const asked = known.made('POST papers/filing')[0]?.query;
  expect(Object.fromEntries(asked ?? [])).toEqual({ drive: '共享', folder: '2021年', withPdf: 'false', name: '县应急局任务清单.docx' });
});

test('an answer that never came is asked for again, with the same key and the same bytes', async () => {
  known.on('POST papers/filing', away);
  const sent = sizesSent();
  show('file', port);
  await fileIt();
  expect((await screen.findByRole('alert')).textContent).toContain('还没有送出：归档 县应急局任务清单.docx');
  port.package = new Uint8Array([9, 9]);
  known.on('POST papers/filing', job({ kind: 'file' }));
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText(/^已归档/)).toBeTruthy();
  expect(new Set(known.made('POST papers/filing').map((got) => got.headers.get('Idempotency-Key'))).size).toBe(1);
  expect(new Set(sent).size).toBe(1);
});

test('what was not sent stays with the file that it was read from', async () => {
  port.mark = null;
  port.abilities = { ...port.abilities, isWord: false };
  known.on('POST papers/filing', away);
  const sent = sizesSent();
  show('file', port);
  await userEvent.clear(await screen.findByLabelText('文件名'));
  await userEvent.type(screen.getByLabelText('文件名'), '甲.docx');
  await fileIt();
  await screen.findByRole('button', { name: '重试' });
  const first = port.package;
  port.package = new Uint8Array([9, 9, 9, 9]);
  act(() => port.become());
  expect((await screen.findByText(/还没有送出：归档 甲.docx/)).textContent).toContain('这是另一份文档的');
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
  expect(await screen.findByLabelText('文件名')).toHaveProperty('value', '文档.docx');
  port.package = first;
  act(() => port.become());
  await userEvent.click(await screen.findByRole('button', { name: '重试' }));
  await waitFor(() => expect(known.made('POST papers/filing').length).toBeGreaterThan(3));
  expect(new Set(sent)).toEqual(new Set([3]));
});

test('where the document is another one by now, it is sent only after the person agreed, and not as the first one', async () => {
  const input = { where: { plan: null, drive: '共享', folder: '2021年', withPdf: false, name: '甲.docx' }, place: preview.place };
  const work = {
    name: 'filing',
    document: mark.id,
    what: '归档 甲.docx',
    pane: 'file',
    at: new Date().toISOString(),
    once: 'k',
    input,
    sum: '0',
  };
  writeKept(everyDocument, 'unsent', [work]);
  show('file', port);
  await userEvent.click(await screen.findByRole('button', { name: '重试' }));
  expect(await screen.findByText(/文档和上次要送的不一样了/)).toBeTruthy();
  expect(known.made('POST papers/filing')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '送出现在的文档' }));
  expect(await screen.findByText(/^已归档/)).toBeTruthy();
  expect(known.made('POST papers/filing')[0]?.headers.get('Idempotency-Key')).not.toBe('k');
  expect(readKept(everyDocument, 'unsent')).toBeNull();
});

test('a filing that was under way when the pane was closed is followed to its end', async () => {
  known.on('GET jobs/j1', away);
  const { unmount } = show('file', port);
  await fileIt();
  await waitFor(() => expect(known.made('GET jobs/j1').length).toBeGreaterThan(0));
  unmount();
  known.on('GET jobs/j1', job({ kind: 'file', total: 2, done: 2 }));
  show('file', port);
  expect(await screen.findByText(/^已归档/)).toBeTruthy();
});

test('a mark that the host refuses can be set again; the filing stands', async () => {
  show('file', port);
  port.refusal = new Error('文档是只读的。');
  await fileIt();
  expect((await screen.findByRole('alert')).textContent).toContain('文档是只读的。');
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('当前文档已标为定稿。')).toBeTruthy();
});

test('a document of other origin is filed under a name that is asked for', async () => {
  port.mark = null;
  show('file', port);
  const name = await screen.findByLabelText('文件名');
  await userEvent.clear(name);
  await userEvent.type(name, '汇报.docx');
  await userEvent.click(screen.getByRole('button', { name: '看看写到哪里' }));
  await screen.findByText(preview.place);
  expect(known.made('POST papers/filing/preview')[0]?.query.get('name')).toBe('汇报.docx');
});

test('refusals are told in the words of the service, and nothing is kept', async () => {
  known.on('POST papers/filing', () => problem(409, '涉密公文不能归档。'));
  show('file', port);
  await fileIt();
  expect((await screen.findByRole('alert')).textContent).toContain('涉密公文不能归档。');
  expect(screen.queryByText(/还没有送出/)).toBeNull();
});

test('a filing of which nothing more is heard can be asked after', async () => {
  known.on('GET jobs/j1', away);
  show('file', port);
  await fileIt();
  expect((await screen.findByRole('alert')).textContent).toContain('连不上服务');
  known.on('GET jobs/j1', job({ kind: 'file', total: 2, done: 2 }));
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText(/^已归档/)).toBeTruthy();
});

test('a document into which a paper’s text was put is filed under a name of its own', async () => {
  port.mark = { ...mark, isFragment: true };
  show('file', port);
  const name = await screen.findByLabelText('文件名');
  await userEvent.clear(name);
  await userEvent.type(name, '会议材料.docx');
  await fileIt();
  await waitFor(() => expect(known.made('POST papers/filing').map((one) => one.query.get('name'))).toEqual(['会议材料.docx']));
});
