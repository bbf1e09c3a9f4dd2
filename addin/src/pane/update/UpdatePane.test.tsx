import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { RegionView } from '../api';
import { inspection, mark, region } from '../testing/samples';
import { away, problem, service, type Got, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

let known: Service;
let port: TestPort;

beforeEach(() => {
  known = service();
  port = new TestPort();
  port.mark = mark;
});

/** The service and the document with these regions; the states are reckoned anew from what the document says, as the service does. */
function paperOf(...regions: RegionView[]): void {
  port.held = regions
    .filter((one) => one.state !== 'missing')
    .map((one, i) => ({ handle: i, tag: one.tag, title: one.title, text: one.text }));
  const now = () =>
    regions.map((one) => {
      const text = port.held.find((held) => held.tag === one.tag)?.text ?? one.text;
      return text === one.now ? { ...one, text, state: 'current' } : { ...one, text };
    });
  known
    .on('POST papers/inspect', () => inspection(now() as RegionView[]))
    .on('POST papers/update', (got: Got) => {
      const wanted = got.query.getAll('region');
      const changes = (now() as RegionView[]).filter((one) => wanted.includes(one.name) && one.state !== 'current');
      return {
        record: `<paper ${wanted.join(' ')}/>`,
        revision: 3,
        changes: changes.map((one) => ({ ...one, was: one.text, ooxml: one.now, text: one.now })),
        left: [],
      };
    });
}

const outdated = region('a', { state: 'outdated', now: '新的文字。' });
const conflict = region('b', { state: 'conflict', text: '手改的文字。', now: '新的文字。' });

function card(title: string): HTMLElement {
  return screen.getByText(title).closest('li') as HTMLElement;
}

test('what nobody touched is brought up to date, with the record written and the words to be put back', async () => {
  paperOf(outdated, region('c'));
  show('update', port);
  expect(await screen.findByText('待更新')).toBeTruthy();
  expect(screen.getByText('原来的').tagName).toBe('DEL');
  await userEvent.click(screen.getByRole('button', { name: '更新 1 处' }));
  expect(await screen.findByText('已更新 1 处。')).toBeTruthy();
  expect(port.held[0]?.text).toBe('新的文字。');
  await waitFor(() => expect(port.mark?.xml).toBe('<paper a/>'));
  expect(await screen.findByText('受管的内容都是最新的。')).toBeTruthy();

  await userEvent.click(screen.getByText(/放回原来的文字…/));
  await userEvent.click(screen.getByRole('button', { name: '全部放回（1 处）' }));
  expect(await screen.findByText('已放回 1 处。')).toBeTruthy();
  expect(port.held[0]?.text).toBe('原来的文字。');
  await waitFor(() => expect(port.mark?.xml).toBe(mark.xml));
});

test('somebody’s own words are replaced only after that was chosen', async () => {
  paperOf(outdated, conflict);
  show('update', port);
  expect(await screen.findByText('有冲突')).toBeTruthy();
  expect(screen.getByText('还有 1 处由您选择')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '更新 1 处' }));
  await screen.findByText('已更新 1 处。');
  expect(port.held.map((held) => held.text)).toEqual(['新的文字。', '手改的文字。']);
  expect(known.made('POST papers/update')[0]?.query.getAll('take')).toEqual([]);

  await userEvent.click(within(card('任务b')).getByRole('radio', { name: '换成最新' }));
  await userEvent.click(screen.getByRole('button', { name: '更新 1 处' }));
  await waitFor(() => expect(port.held[1]?.text).toBe('新的文字。'));
  expect(known.made('POST papers/update').at(-1)?.query.getAll('take')).toEqual(['b']);
});

test('what was typed after looking is left and told', async () => {
  paperOf(conflict);
  show('update', port);
  await userEvent.click(await screen.findByRole('radio', { name: '换成最新' }));
  (port.held[0] as { text: string }).text = '又手改的文字。';
  await userEvent.click(screen.getByRole('button', { name: '更新 1 处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('任务b：比对以后又改动过');
  expect(port.held[0]?.text).toBe('又手改的文字。');
  expect(port.mark).toBe(mark);
});

test('a region that the host refuses is told, the others go on, and the record is only for those', async () => {
  paperOf(outdated, region('d', { state: 'outdated', now: '也是新的。' }));
  port.locked.add(outdated.tag);
  show('update', port);
  await userEvent.click(await screen.findByRole('button', { name: '更新 2 处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('任务a：这一处被锁定');
  expect(port.held.map((held) => held.text)).toEqual(['原来的文字。', '也是新的。']);
  await waitFor(() => expect(port.mark?.xml).toBe('<paper d/>'));
});

test('a record that was lost is written again on demand, without replacing anything again', async () => {
  paperOf(outdated);
  port.losesRecord = true;
  show('update', port);
  await userEvent.click(await screen.findByRole('button', { name: '更新 1 处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('更新记录没有写进去');
  port.losesRecord = false;
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  await waitFor(() => expect(port.mark?.xml).toBe('<paper a/>'));
  expect(known.made('POST papers/update')).toHaveLength(1);
});

test('copies, regions that are gone and regions that need a hand are told', async () => {
  paperOf(
    region('e', { places: 2, state: 'outdated', now: '新。' }),
    region('f', { state: 'missing', text: '' }),
    region('g', { state: 'bound', now: '新。' }),
    region('h', { state: 'outdated', now: '新。', isTagged: false }),
  );
  show('update', port);
  expect(await screen.findByText('复制成 2 处')).toBeTruthy();
  expect(screen.getByText(/不会自动加回/)).toBeTruthy();
  expect(screen.getByText(/图片、链接或自动编号/)).toBeTruthy();
  expect(screen.getByText(/找不到这一处的标记/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '更新 1 处' })).toBeTruthy();
});

test('what was replaced can still be put back after another pane was open', async () => {
  paperOf(outdated);
  show('update', port);
  await userEvent.click(await screen.findByRole('button', { name: '更新 1 处' }));
  await screen.findByText('已更新 1 处。');
  known.on('GET plans', { items: [], next: null, total: 0 });
  window.location.hash = '#/tasks';
  await screen.findByText(/还没有导入过工作要点/);
  window.location.hash = '#/update';
  await userEvent.click(await screen.findByText(/放回原来的文字…/));
  await userEvent.click(screen.getByRole('button', { name: '放回“任务a”原来的文字' }));
  await waitFor(() => expect(port.held[0]?.text).toBe('原来的文字。'));
});

test('a record that was lost and the words that were taken out stay in sight where the comparison fails', async () => {
  paperOf(outdated);
  port.losesRecord = true;
  show('update', port);
  const go = await screen.findByRole('button', { name: '更新 1 处' });
  const replace = port.replace.bind(port);
  port.replace = (changes, options) => {
    known.on('POST papers/inspect', away);
    return replace(changes, options);
  };
  await userEvent.click(go);
  expect(await screen.findByText(/连不上服务/)).toBeTruthy();
  expect(await screen.findByText(/还没有送出：《县应急局任务清单》的更新记录/)).toBeTruthy();
  port.losesRecord = false;
  await userEvent.click(screen.getByText(/放回原来的文字…/));
  await userEvent.click(screen.getByRole('button', { name: '放回“任务a”原来的文字' }));
  await waitFor(() => expect(port.held[0]?.text).toBe('原来的文字。'));
  await waitFor(() => expect(port.mark?.xml).toBe(mark.xml));
});

test('nothing is touched while the service is away', async () => {
  paperOf(outdated);
  show('update', port);
  await screen.findByText('待更新');
  known.on('POST papers/update', away);
  await userEvent.click(screen.getByRole('button', { name: '更新 1 处' }));
  expect((await screen.findByRole('alert')).textContent).toContain('连不上服务');
  expect(port.held[0]?.text).toBe('原来的文字。');
});

test('a document of other origin, and one whose plan is not known', async () => {
  known.on('POST papers/inspect', inspection([], { paper: null }));
  const { unmount } = show('update', port);
  expect(await screen.findByText(/不是用本程序做的公文/)).toBeTruthy();
  unmount();
  const choice = { id: 'p9', title: '2020年工作要点', year: 2020, county: '沂源县' };
  known.on('POST papers/inspect', (got: Got) =>
    got.query.get('plan') === 'p9' ? inspection([outdated]) : inspection([], { plan: null, plans: [choice] }),
  );
  show('update', port);
  await userEvent.selectOptions(await screen.findByLabelText(/请选择/), '2020年工作要点');
  expect(await screen.findByText('待更新')).toBeTruthy();
});

test('a refusal of the service is told in its own words', async () => {
  known.on('POST papers/inspect', () => problem(422, '文件打不开，可能已加密。'));
  show('update', port);
  expect((await screen.findByRole('alert')).textContent).toContain('文件打不开');
});

test('a copy that stayed behind when the words were put back is told, and offered again', async () => {
  paperOf(outdated);
  show('update', port);
  await userEvent.click(await screen.findByRole('button', { name: '更新 1 处' }));
  await screen.findByText('已更新 1 处。');
  port.putBack = (outcomes) =>
    Promise.resolve(
      outcomes.map((one) => ({
        ...one,
        replaced: 1,
        problem: '有 1 处后来改过。',
        before: [''],
        copies: [{ index: 1, of: 2, handle: 0 }],
      })),
    );
  await userEvent.click(screen.getByText(/放回原来的文字…/));
  await userEvent.click(screen.getByRole('button', { name: '全部放回（1 处）' }));
  expect(await screen.findByText('任务a：有 1 处后来改过。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '全部放回（1 处）' })).toBeTruthy();
});
