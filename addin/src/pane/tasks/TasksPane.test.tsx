import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { inspection, mark, part, plan, task } from '../testing/samples';
import { away, pageOf, problem, service, type Got } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

function ready() {
  return service()
    .on('GET plans', pageOf([plan]))
    .on('GET tasks', pageOf([task('1.1'), task('1.2', { title: '开展检查' })]))
    .on('GET plans/p1/parts', pageOf([]));
}

test('chosen tasks go into the document as paragraphs, and as a table', async () => {
  ready();
  const port = new TestPort();
  show('tasks', port);
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择任务 1.1' }));
  await userEvent.click(screen.getByRole('button', { name: '插入段落' }));
  expect(await screen.findByText('已插入 1 项任务。')).toBeTruthy();
  expect(port.lines).toEqual(['建立清单。建立“一企一策”清单。（县应急局牵头，县公安局配合）']);

  for (const number of ['1.1', '1.2']) await userEvent.click(screen.getByRole('checkbox', { name: `选择任务 ${number}` }));
  expect(screen.getByText('已选 2 项')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '插入表格' }));
  await waitFor(() => expect(port.tables[0]).toHaveLength(3));
  expect(port.tables[0]?.[1]).toEqual(['1', '建立清单。建立“一企一策”清单。', '县应急局', '县公安局（配合）', '6月底前']);
});

test('tasks that were chosen are those of their plan, in every pane', async () => {
  const other = { ...plan, id: 'p2', title: '沂源县2022年安全生产工作要点', year: 2022 };
  ready()
    .on('GET plans', pageOf([plan, other]))
    .on('GET plans/p2/parts', pageOf([]))
    .on('GET tasks', ({ query }: Got) =>
      pageOf([query.get('plan') === 'p1' ? task('1.1') : task('1.1', { id: 'other', title: '另一件事', planId: 'p2' })]),
    );
  show('tasks', new TestPort());
  await userEvent.selectOptions(await screen.findByLabelText('工作要点'), 'p2');
  await screen.findByText(/另一件事/);
  await userEvent.click(screen.getByRole('checkbox', { name: '选择任务 1.1' }));
  await userEvent.selectOptions(screen.getByLabelText('工作要点'), 'p1');
  await screen.findByText(/建立清单/);
  expect(screen.queryByText('已选 1 项')).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText('工作要点'), 'p2');
  await userEvent.click(await screen.findByRole('button', { name: '拟公文' }));
  expect(await screen.findByText('已选 1 项任务')).toBeTruthy();
  expect(screen.getByLabelText('工作要点')).toHaveProperty('value', 'p2');
  await userEvent.selectOptions(screen.getByLabelText('工作要点'), 'p1');
  expect(await screen.findByText('还没有选任务')).toBeTruthy();
});

test('the body of the paper in hand is asked for, and can be let go', async () => {
  const known = ready().on('POST papers/inspect', inspection([]));
  const port = new TestPort();
  port.mark = mark;
  show('tasks', port);
  expect(await screen.findByText(/已按这份公文的单位筛选：县应急局/)).toBeTruthy();
  await waitFor(() => expect(known.made('GET tasks').at(-1)?.query.get('body')).toBe('县应急局'));
  await userEvent.click(screen.getByRole('button', { name: '看全部' }));
  expect(screen.queryByText(/已按这份公文的单位筛选/)).toBeNull();
});

test('a document of other origin is not even read', async () => {
  const known = ready();
  show('tasks', new TestPort());
  await screen.findByText(/1\.1/);
  expect(known.made('POST papers/inspect')).toEqual([]);
});

test('a task can be opened for the sentence that it rests on', async () => {
  ready();
  show('tasks', new TestPort());
  const item = (await screen.findByText(/1\.1 建立清单/)).closest('li') as HTMLElement;
  expect(within(item).getByText('县应急局牵头，县公安局配合')).toBeTruthy();
  expect(within(item).getByText(/牵头 县应急局/)).toBeTruthy();
});

test('what Word refuses is told, and the choice stays', async () => {
  ready();
  const port = new TestPort();
  show('tasks', port);
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择任务 1.1' }));
  port.refusal = new Error('文档受保护，不能插入。');
  await userEvent.click(screen.getByRole('button', { name: '插入段落' }));
  expect((await screen.findByRole('alert')).textContent).toContain('文档受保护，不能插入。');
  expect(screen.getByText('已选 1 项')).toBeTruthy();
});

test('a service that is away is told, and can be asked again', async () => {
  const known = ready().on('GET tasks', away);
  show('tasks', new TestPort());
  expect((await screen.findByRole('alert')).textContent).toContain('连不上服务');
  known.on('GET tasks', pageOf([task('1.1')]));
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText(/1\.1 建立清单/)).toBeTruthy();
});

test('outside Word the same actions are downloads', async () => {
  ready();
  const port = new TestPort();
  port.abilities = { isWord: false, hasDocument: false, seesTracking: false, replacesWhole: false, edits: false };
  show('tasks', port);
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择任务 1.1' }));
  await userEvent.click(screen.getByRole('button', { name: '下载段落' }));
  expect(await screen.findByText('已把 1 项任务下载为文件。')).toBeTruthy();
});

test('where nothing was imported, the way to it is shown', async () => {
  service().on('GET plans', pageOf([]));
  show('tasks', new TestPort());
  expect((await screen.findByRole('link', { name: '去导入' })).getAttribute('href')).toBe('#/import');
});

test('a refusal of the service is told in its own words', async () => {
  ready().on('GET plans', () => problem(403, '您没有查看的权限。'));
  show('tasks', new TestPort());
  expect((await screen.findByRole('alert')).textContent).toContain('您没有查看的权限。');
});

const itemOf = async (words: string) => (await screen.findByText(new RegExp(words))).closest('li') as HTMLElement;

test('each task tells its state, and opened that of each body: all of it in one call', async () => {
  const known = ready().on(
    'GET plans/p1/parts',
    pageOf([
      part('1.1', '县应急局', { state: 'inProgress', taskState: 'inProgress', percent: 60 }),
      part('1.1', '县公安局', { role: 'cooperating', state: 'overdue', taskState: 'inProgress', daysLate: 12 }),
      part('1.1', '南麻街道', { role: 'cooperating', group: '各镇（街道）', state: 'notApplicable', taskState: 'inProgress', percent: 0 }),
      part('9.9', '县应急局', { state: 'done', taskState: 'done' }),
    ]),
  );
  show('tasks', new TestPort());
  const item = await itemOf('1\\.1 建立清单');
  expect((await within(item).findByText('推进中')).closest('.p-key')?.textContent).toBe('进展：▸推进中');
  // Nothing is known of the other task.
  expect((await itemOf('1\\.2 开展检查')).textContent).not.toContain('进展：');
  expect(screen.queryByText('已完成')).toBeNull();
  expect(within(item).queryByText('已逾期')).toBeNull();
  await userEvent.click(within(item).getByText('详情'));
  const states = await within(item).findByRole('list', { name: '任务 1.1 各单位的进展' });
  expect(
    within(states)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['牵头 县应急局▸推进中进度 60%', '配合 县公安局!已逾期逾期 12 天', '配合 南麻街道–不涉及进度 0%因“各镇（街道）”分到']);
  expect(known.made('GET plans/p1/parts')).toHaveLength(1);
  expect(known.made('GET plans/p1/parts')[0]?.query.get('limit')).toBe('500');
});

test('more parts than one answer holds are fetched to the end', async () => {
  const known = ready().on('GET plans/p1/parts', ({ query }: Got) =>
    query.get('cursor') === ''
      ? { items: [part('1.1', '县应急局')], next: '500', total: 501 }
      : pageOf([part('1.2', '县应急局', { state: 'done', taskState: 'done' })]),
  );
  show('tasks', new TestPort());
  expect(await within(await itemOf('1\\.2 开展检查')).findByText('已完成')).toBeTruthy();
  expect(within(await itemOf('1\\.1 建立清单')).getByText('未开展')).toBeTruthy();
  expect(known.made('GET plans/p1/parts').map((got) => got.query.get('cursor'))).toEqual(['', '500']);
});

test.each([
  ['is refused', () => problem(403, '您没有查看的权限。')],
  ['cannot be had', away],
  [
    'breaks off after a page',
    ({ query }: Got) => (query.get('cursor') === '' ? { ...pageOf([part('1.1', '县应急局')]), next: '500' } : away()),
  ],
  ['never comes', () => new Promise(() => undefined)],
])('where the state of tasks %s, they are shown without it, and nobody is troubled', async (_, answer) => {
  const known = ready().on('GET plans/p1/parts', answer);
  show('tasks', new TestPort());
  const item = await itemOf('1\\.1 建立清单');
  await waitFor(() => expect(known.made('GET plans/p1/parts').length).toBeGreaterThan(0));
  await userEvent.click(within(item).getByText('详情'));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(item.textContent).not.toMatch(/进展|未开展/);
  await userEvent.click(screen.getByRole('checkbox', { name: '选择任务 1.1' }));
  expect(screen.getByText('已选 1 项')).toBeTruthy();
});

test('the state of tasks is asked for when the list stands, and not again when it is filtered', async () => {
  let give: (answer: object) => void = () => undefined;
  const known = ready().on('GET tasks', () => new Promise<object>((resolve) => (give = resolve)));
  show('tasks', new TestPort());
  await waitFor(() => expect(known.made('GET tasks')).toHaveLength(1));
  expect(known.made('GET plans/p1/parts')).toEqual([]);
  give(pageOf([task('1.1')]));
  await waitFor(() => expect(known.made('GET plans/p1/parts')).toHaveLength(1));
  known.on('GET tasks', pageOf([task('1.2', { title: '开展检查' })]));
  await userEvent.type(screen.getByRole('searchbox'), '检查');
  await screen.findByText(/1\.2 开展检查/);
  expect(known.made('GET plans/p1/parts')).toHaveLength(1);
});
