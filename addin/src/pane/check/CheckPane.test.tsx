import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { FormatFinding } from '../api';
import { away, problem, service, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

function finding(key: string, more: Partial<FormatFinding> = {}): FormatFinding {
  return {
    ruleId: 'C-03',
    clause: '7.2.5',
    strength: 'required',
    severity: 'error',
    paragraph: 3,
    table: null,
    place: '第3段“源安委发”',
    text: '源安委发',
    message: '不符合 GB/T 9704—2012 第 7.2.5 条：发文字号用六角括号。',
    fixable: true,
    key,
    ...more,
  };
}

const advice = finding('k2', {
  strength: 'recommended',
  severity: 'warning',
  message: 'GB/T 9704—2012 第 5.2.2 条的推荐做法：行距宜为固定值。',
  fixable: false,
  paragraph: null,
  text: '',
});

let known: Service;
let port: TestPort;

beforeEach(() => {
  port = new TestPort();
  known = service()
    .on('POST papers/check', { layout: '下行文', errors: 1, warnings: 1, findings: [finding('k1'), advice] })
    .on('POST papers/fix', () => new Response(new Uint8Array([5]), { headers: { 'X-Repaired': '1' } }));
});

test('findings are told by what asks for them, and advice is never called a violation', async () => {
  show('check', port);
  const errors = await screen.findByRole('region', { name: '不符合国标规定（1）' });
  expect(within(errors).getByText('国标规定')).toBeTruthy();
  expect(within(errors).getByText('第 7.2.5 条')).toBeTruthy();
  const rest = screen.getByRole('region', { name: '可以改进（1）' });
  expect(within(rest).getByText('国标推荐')).toBeTruthy();
  expect(rest.textContent).not.toMatch(/违反|不符合/);
  expect(within(rest).getByText('须手动改')).toBeTruthy();
});

test('a finding leads to its place, and says so when the place is gone', async () => {
  show('check', port);
  const there = await screen.findByRole('button', { name: '在文档中选中：第3段“源安委发”' });
  await userEvent.click(there);
  expect(port.selected).toEqual([{ paragraph: 3, table: null, text: '源安委发' }]);
  port.finds = false;
  await userEvent.click(there);
  expect((await screen.findByRole('alert')).textContent).toContain('找不到了');
});

test('one finding is repaired in place, and the document before it can be had again', async () => {
  show('check', port);
  await userEvent.click(await screen.findByRole('button', { name: /^修复：/ }));
  expect(await screen.findByText('已修复 1 处。')).toBeTruthy();
  expect(known.made('POST papers/fix')[0]?.query.getAll('key')).toEqual(['k1']);
  expect(port.package).toEqual(new Uint8Array([5]));
  await waitFor(() => expect(known.made('POST papers/check')).toHaveLength(2));
  await userEvent.click(await screen.findByRole('button', { name: '换回修复前的文档' }));
  expect(await screen.findByText('已换回修复前的文档。')).toBeTruthy();
  expect(port.package).toEqual(new Uint8Array([1, 2, 3]));
});

test('what was typed since a repair goes only where the person agrees, and can be had again', async () => {
  show('check', port);
  await userEvent.click(await screen.findByRole('button', { name: '修复全部 1 处' }));
  await screen.findByText('已修复 1 处。');
  const typed = new Uint8Array([5, 7, 7, 7]);
  port.package = typed;
  await waitFor(() => expect(screen.getByRole('button', { name: '换回修复前的文档' })).toHaveProperty('disabled', false));
  await userEvent.click(screen.getByRole('button', { name: '换回修复前的文档' }));
  expect((await screen.findByRole('alert')).textContent).toContain('修复以后文档又有改动');
  expect(port.package).toEqual(typed);
  await userEvent.click(screen.getByRole('button', { name: '仍要换' }));
  expect(await screen.findByText('已换回修复前的文档。')).toBeTruthy();
  expect(port.package).toEqual(new Uint8Array([1, 2, 3]));
  await waitFor(() => expect(screen.getByRole('button', { name: '再换到修复后的文档' })).toHaveProperty('disabled', false));
  await userEvent.click(screen.getByRole('button', { name: '再换到修复后的文档' }));
  expect(await screen.findByText('已换到修复后的文档。')).toBeTruthy();
  expect(port.package).toEqual(typed);
});

test('a repair that fails half-way, and a check that fails after it, leave the way back', async () => {
  show('check', port);
  await screen.findByText('国标规定');
  const replace = port.replaceWhole.bind(port);
  port.replaceWhole = async (docx) => {
    await replace(docx);
    throw new Error('Word 中途出错，有些内容可能已经换上。');
  };
  await userEvent.click(screen.getByRole('button', { name: '修复全部 1 处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('中途出错');
  port.replaceWhole = replace;
  known.on('POST papers/check', away);
  await userEvent.click(screen.getByRole('button', { name: '换回修复前的文档' }));
  expect(await screen.findByText('已换回修复前的文档。')).toBeTruthy();
  expect(port.package).toEqual(new Uint8Array([1, 2, 3]));
  expect(await screen.findByText(/连不上服务/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '再换到修复后的文档' })).toBeTruthy();
});

test('where the whole cannot be replaced, a repaired copy is opened', async () => {
  port.abilities = { ...port.abilities, replacesWhole: false };
  show('check', port);
  await userEvent.click(await screen.findByRole('checkbox', { name: '留下修订痕迹' }));
  await userEvent.click(screen.getByRole('button', { name: '修复全部 1 处' }));
  expect(await screen.findByText(/原来的文档没有改动/)).toBeTruthy();
  expect(port.opened).toEqual([{ docx: new Uint8Array([5]), name: '文档（已修复）.docx' }]);
  const asked = known.made('POST papers/fix')[0]?.query;
  expect([asked?.getAll('key'), asked?.get('track')]).toEqual([[], 'true']);
});

test('what was typed while the service was at work is not replaced', async () => {
  known.on('POST papers/fix', () => {
    port.package = new Uint8Array([1, 2, 3, 4]);
    return new Response(new Uint8Array([5]), { headers: { 'X-Repaired': '1' } });
  });
  show('check', port);
  await userEvent.click(await screen.findByRole('button', { name: '修复全部 1 处' }));
  expect(await screen.findByText(/修复期间文档有改动/)).toBeTruthy();
  expect(port.package).toEqual(new Uint8Array([1, 2, 3, 4]));
});

test('a repair that the host refuses leaves the document as it is', async () => {
  show('check', port);
  await screen.findByText('国标规定');
  port.refusal = new Error('文档受保护，不能替换。');
  await userEvent.click(screen.getByRole('button', { name: '修复全部 1 处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('文档受保护');
  expect(port.package).toEqual(new Uint8Array([1, 2, 3]));
});

test('a service that is away or refuses is told', async () => {
  known.on('POST papers/check', away);
  show('check', port);
  expect((await screen.findByRole('alert')).textContent).toContain('连不上服务');
  known.on('POST papers/check', () => problem(413, '文件太大。'));
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('文件太大。'));
});
