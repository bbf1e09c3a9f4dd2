import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../api/types';
import { job, plan } from '../testing/samples';
import { away, pageOf, service, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

const finding: Finding = {
  id: 1,
  ordinal: 0,
  code: 'unknown-body',
  severity: 'warning',
  message: '“县应急局局”不在单位名录中。',
  location: '第12段',
  source: '县应急局局牵头',
  task: '1.1',
  settledAt: null,
  settledBy: null,
  doubt: { mention: '县应急局局', suggestions: ['县应急局'] },
};

let known: Service;
let port: TestPort;

beforeEach(() => {
  port = new TestPort();
  known = service()
    .on('GET plans', pageOf([plan]))
    .on('GET plans/p1', plan)
    .on('POST imports', job({ kind: 'import', state: 'queued' }))
    .on('GET jobs/j1', job({ kind: 'import', result: { added: 34, changed: 0, closed: 0, kept: 0, isRepeat: false } }))
    .on('GET imports', pageOf([{ id: 'i1' }]))
    .on('GET imports/i1/findings', pageOf([finding]))
    .on('GET directory', { county: '沂源县', bodies: [], groups: [] });
});

test('the open document is read, and each finding leads to its paragraph and can be put right', async () => {
  known.on('POST plans/p1/corrections', { tasks: 2, aliasKept: true });
  show('import', port);
  await userEvent.click(await screen.findByRole('button', { name: '导入当前文档' }));
  expect(await screen.findByText('已导入，读出 34 项任务。')).toBeTruthy();
  expect(await screen.findByText('还有 1 处需要核对')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '看位置 第12段' }));
  expect(port.selected).toEqual([{ paragraph: 12, isOfAll: true, text: '县应急局局牵头' }]);
  await userEvent.click(screen.getByRole('button', { name: '县应急局' }));
  expect(await screen.findByText('已更正 2 项任务，并记为别名。')).toBeTruthy();
});

test('a place that is not found is told', async () => {
  port.finds = false;
  show('import', port);
  await userEvent.click(await screen.findByRole('button', { name: '导入当前文档' }));
  await userEvent.click(await screen.findByRole('button', { name: '看位置 第12段' }));
  expect((await screen.findByRole('alert')).textContent).toContain('找不到');
  expect(port.selected).toHaveLength(2);
});

test('it can be a revision of an earlier plan', async () => {
  show('import', port);
  await userEvent.selectOptions(await screen.findByLabelText('导入为'), await screen.findByRole('option', { name: /^修订版/ }));
  await userEvent.click(screen.getByRole('button', { name: '导入当前文档' }));
  await screen.findByText(/^已导入/);
  expect(known.made('POST imports')[0]?.query.get('plan')).toBe('p1');
});

test('what was not sent is kept, and sent once', async () => {
  known.on('POST imports', away);
  show('import', port);
  await userEvent.click(await screen.findByRole('button', { name: '导入当前文档' }));
  expect((await screen.findByRole('alert')).textContent).toContain('还没有送出：导入 工作要点.docx');
  known.on('POST imports', job({ kind: 'import' }));
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  await screen.findByText(/^已导入/);
  expect(new Set(known.made('POST imports').map((got) => got.headers.get('Idempotency-Key'))).size).toBe(1);
});

test('a second click while Word still reads the document imports nothing twice', async () => {
  let release: (docx: Uint8Array) => void = () => undefined;
  port.readPackage = () => new Promise((resolve) => (release = resolve));
  show('import', port);
  const go = await screen.findByRole('button', { name: '导入当前文档' });
  await waitFor(() => expect(go).toHaveProperty('disabled', false));
  act(() => {
    go.click();
    go.click();
  });
  expect(await screen.findByText('正在读取文档…')).toBeTruthy();
  expect(go).toHaveProperty('disabled', true);
  release(new Uint8Array([1, 2]));
  expect(await screen.findByText(/^已导入/)).toBeTruthy();
  expect(known.made('POST imports')).toHaveLength(1);
});

test('a document that cannot be read as work points says why', async () => {
  known.on('GET jobs/j1', job({ kind: 'import', state: 'failed', error: '没有读出任务。请确认这是工作要点。' }));
  show('import', port);
  await userEvent.click(await screen.findByRole('button', { name: '导入当前文档' }));
  expect((await screen.findByRole('alert')).textContent).toContain('没有读出任务。');
});

test('a document that is too large is not sent', async () => {
  known.on('GET info', { version: '1.0', maxUploadBytes: 2, hasPdf: true, signIn: 'key' });
  show('import', port);
  await waitFor(() => expect(known.made('GET info')).toHaveLength(1));
  await userEvent.click(await screen.findByRole('button', { name: '导入当前文档' }));
  expect((await screen.findByRole('alert')).textContent).toContain('文档太大');
  expect(known.made('POST imports')).toEqual([]);
});
