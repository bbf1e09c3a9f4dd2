import { readFileSync } from 'node:fs';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { isInOffice } from './host';
import { everyDocument, writeKept } from './kept';
import { addressOf, paneNames, parsePane } from './route';
import { Start } from './Start';
import { inspection, mark, plan } from './testing/samples';
import { away, pageOf, service } from './testing/service';
import { show } from './testing/show';
import { TestPort } from './testing/testPort';
import { words } from './words';

const { officePort, browserPort } = vi.hoisted(() => ({ officePort: vi.fn(), browserPort: vi.fn() }));
vi.mock('./ports', () => ({ officePort, browserPort }));

afterEach(() => {
  window.history.replaceState(null, '', '/');
  vi.resetAllMocks();
});

test('the panes are named, and the open one is told', async () => {
  service().on('GET plans', pageOf([]));
  show('tasks', new TestPort());
  const links = await screen.findAllByRole('link', { name: /^(任务|插入|更新|检查|归档|导入)$/ });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#/tasks', '#/insert', '#/update', '#/check', '#/file', '#/import']);
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['page', null, null, null, null, null]);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('任务');
});

test('the page without its script has the same names', () => {
  const page = new DOMParser().parseFromString(readFileSync('addin.html', 'utf8'), 'text/html');
  const links = Array.from(page.querySelectorAll('nav a'), (link) => [link.getAttribute('href'), link.textContent]);
  expect(links).toEqual(paneNames.map((name) => [addressOf(name), words.nav[name]]));
});

test.each([
  ['#/update', 'update'],
  ['#/file?x', 'file'],
  ['', 'tasks'],
  ['#/nothing', 'tasks'],
])('%s opens %s', (hash, pane) => {
  expect(parsePane(hash)).toBe(pane);
});

test('readers see the tasks and are told of the rest', async () => {
  service().on('GET me', { name: '李四', role: 'reader', body: '' }).on('GET plans', pageOf([]));
  show('check', new TestPort());
  expect(await screen.findByText(/您的账号只能查看/)).toBeTruthy();
});

test('what is still to be sent is told in every pane', async () => {
  service()
    .on('GET plans', pageOf([plan]))
    .on('GET tasks', pageOf([]))
    .on('POST papers/inspect', inspection([]));
  const port = new TestPort();
  port.mark = mark;
  const at = new Date().toISOString();
  const unsent = { name: 'filing', document: mark.id, what: '归档 清单.docx', pane: 'file', at, once: 'k', input: {} };
  writeKept(everyDocument, 'unsent', [unsent]);
  show('tasks', port);
  expect((await screen.findByText(/还没有送出：归档 清单.docx/)).textContent).toBeTruthy();
  expect(screen.getByRole('link', { name: '去处理' }).getAttribute('href')).toBe('#/file');
});

test('a service that is away is told once, and asked again', async () => {
  const known = service().on('GET info', away).on('GET me', away).on('GET plans', away);
  show('tasks', new TestPort());
  expect((await screen.findAllByText(/连不上服务/)).length).toBeGreaterThan(0);
  known
    .on('GET info', { version: '1.0', maxUploadBytes: 1, hasPdf: false, signIn: 'none' })
    .on('GET me', { name: '张三', role: 'drafter', body: '' })
    .on('GET plans', pageOf([]));
  await userEvent.click(screen.getAllByRole('button', { name: '重试' })[0] as HTMLElement);
  expect(await screen.findByText('张三')).toBeTruthy();
});

test('in a browser a file is chosen, and the panes begin anew with it', async () => {
  service()
    .on('GET plans', pageOf([]))
    .on('POST papers/inspect', inspection([], { paper: null }));
  const port = Object.assign(new TestPort(), {
    choose: () => {
      port.abilities = { ...port.abilities, hasDocument: true };
      port.become();
      return Promise.resolve();
    },
  });
  port.abilities = { isWord: false, hasDocument: false, seesTracking: false, replacesWhole: false, edits: false };
  browserPort.mockReturnValue(port);
  window.location.hash = '#/update';
  render(<Start />);
  expect(await screen.findByText('请先选择一份公文。')).toBeTruthy();
  await userEvent.upload(screen.getByLabelText('选择文档', { selector: 'input' }), new File(['x'], '通知.docx'));
  expect(await screen.findByText('当前文档：通知.docx')).toBeTruthy();
  expect(await screen.findByText(/不是用本程序做的公文/)).toBeTruthy();
});

function officeScript(): Promise<Element> {
  return waitFor(() => {
    const script = document.querySelector('script[src="https://office.example/office.js"]');
    if (!script) throw new Error('No script is there.');
    return script;
  });
}

test('inside Office its script is loaded, and its failure can be mended or lived with', async () => {
  service()
    .on('GET info', { version: '1.0', maxUploadBytes: 1, hasPdf: false, signIn: 'none', officeJs: 'https://office.example/office.js' })
    .on('GET plans', pageOf([]));
  window.history.replaceState(null, '', '/?_host_Info=Word$Win32$16.01$zh-CN');
  expect(isInOffice()).toBe(true);
  render(<Start />);
  expect(screen.getByText('正在连接 Word…')).toBeTruthy();
  const script = await officeScript();
  fireEvent.error(script);
  expect((await screen.findByRole('alert')).textContent).toContain('Word 的接口没有加载');

  officePort.mockResolvedValue(new TestPort());
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  const again = await officeScript();
  // As Office's script does.
  Object.assign(window.history, { pushState: null, replaceState: null });
  vi.stubGlobal('Office', { onReady: () => Promise.resolve() });
  fireEvent.load(again);
  await waitFor(() => expect(officePort).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.queryByText('正在连接 Word…')).toBeNull());
  expect(typeof window.history.pushState).toBe('function');
});
