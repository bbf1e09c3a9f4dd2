import { expect, test, vi } from 'vitest';
import { profiles } from '../../../fake/common';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, region, table } from '../../../fake/samples';
import type { RegionChange } from '../port';
import { zhWord } from '../strings';
import { officePort } from '.';

const basis = 'ys:1:3f9a0c51be27:basis';
const allocation = 'ys:1:3f9a0c51be27:allocation';

const paper = (options = {}) =>
  docxOf(
    p('关于开展检查的通知') +
      region(basis, '依据', p('依据去年的部署。')) +
      p('手写的一段。') +
      region(allocation, '分工', table('张三负责')) +
      p('落款'),
    options,
  );

const change = (tag: string, was: string | null, blocks: string): RegionChange => ({ tag, title: '', was, ooxml: flat(blocks) });

const both = [
  change(basis, '依据去年的部署。', p('依据今年的部署。', 'x1')),
  change(allocation, '张三负责', table('李四负责', '王五配合') + '<w:p/>'),
];

const everything = '关于开展检查的通知\n依据今年的部署。\n手写的一段。\n李四负责\n王五配合\n落款';

test.each(Object.entries(profiles))('regions get new contents and can be put back on %s', async (_, profile) => {
  const word = startWord(paper(), profile);
  const before = word.text();
  const port = await officePort();
  const outcomes = await port.replace(both);
  expect(outcomes.map(({ replaced, problem }) => ({ replaced, problem }))).toEqual([
    { replaced: 1, problem: '' },
    { replaced: 1, problem: '' },
  ]);
  expect(word.text()).toBe(everything);
  expect(outcomes[1]?.text).toBe('李四负责\n王五配合');
  expect((await port.putBack(outcomes)).map((one) => one.problem)).toEqual(['', '']);
  expect(word.text()).toBe(before);
  // The control is one still, not one in another; and Word keeps nothing for us.
  expect(await port.regions()).toHaveLength(2);
  await vi.waitFor(() => expect(word.held).toBe(0));
});

test('styles are matched by name, and brought along where the document has none', async () => {
  const word = startWord(paper());
  const port = await officePort();
  await port.replace([change(basis, null, p('一', 'x1') + p('二', 'a1'))]);
  const xml = new XMLSerializer().serializeToString(word.document.xml);
  expect(xml).toContain('<w:pStyle w:val="a1"/>');
  expect(xml).toContain('<w:pStyle w:val="a12"/>');
  expect(word.document.styles?.documentElement.children).toHaveLength(3);
});

test('a copy that says something else by now stays, and that is told', async () => {
  const word = startWord(paper());
  word.duplicate(basis);
  word.type(basis, '我亲手改过的依据。', 1);
  const port = await officePort();
  const [outcome] = await port.replace(both);
  expect(outcome).toMatchObject({ replaced: 1, problem: zhWord.region.edited(1) });
  expect(word.texts(basis)).toEqual(['依据今年的部署。', '我亲手改过的依据。']);
});

test('all copies that say the same are replaced, and put back each', async () => {
  const word = startWord(paper());
  word.duplicate(basis);
  const port = await officePort();
  const outcomes = await port.replace(both);
  expect(outcomes[0]).toMatchObject({ replaced: 2, problem: '' });
  expect(word.texts(basis)).toEqual(['依据今年的部署。', '依据今年的部署。']);
  await port.putBack(outcomes);
  expect(word.texts(basis)).toEqual(['依据去年的部署。', '依据去年的部署。']);
});

const typed = '我亲手改过的依据。';
const taken = [change(basis, '依据去年的部署。', p('新的。')), change(basis, typed, p('新的。'))];

test.each([
  ['a host that behaves', {}],
  ['a host that makes other controls of them', { renewsControls: true, resetsLabels: true }],
])('copies that said different things get back each its own: %s', async (_, faults) => {
  const word = startWord(paper());
  word.duplicate(basis);
  word.type(basis, typed, 1);
  Object.assign(word.faults, faults);
  const port = await officePort();
  const outcomes = await port.replace(taken);
  expect(word.texts(basis)).toEqual(['新的。', '新的。']);
  const back = await port.putBack(outcomes);
  expect(back.map((one) => [one.replaced, one.problem])).toEqual([[1, ''], [1, '']]); // prettier-ignore
  expect(word.texts(basis)).toEqual(['依据去年的部署。', typed]);
});

test('a copy that was not replaced is not put back over', async () => {
  const word = startWord(paper());
  word.duplicate(basis);
  word.type(basis, '新的。', 0);
  const port = await officePort();
  const outcomes = await port.replace(taken.slice(0, 1));
  expect((await port.putBack(outcomes)).map((one) => [one.replaced, one.problem])).toEqual([[1, '']]);
  expect(word.texts(basis)).toEqual(['新的。', '依据去年的部署。']);
});

test('a copy that was deleted or pasted since gives no other one its words', async () => {
  const word = startWord(paper());
  word.duplicate(basis);
  word.type(basis, typed, 1);
  const port = await officePort();
  const outcomes = await port.replace(taken);
  word.remove(basis, 0);
  word.duplicate(basis);
  // Whichever is looked for first.
  const back = await port.putBack([...outcomes].reverse());
  expect(back.map((one) => [one.replaced, one.problem])).toEqual([[1, ''], [0, zhWord.region.missing]]); // prettier-ignore
  expect(word.texts(basis)).toEqual([typed, '新的。']);
});

test('a copy that cannot be told from others any more stays, and that is told', async () => {
  const word = startWord(paper());
  const port = await officePort();
  const outcomes = await port.replace(taken.slice(0, 1));
  word.duplicate(basis);
  const unknown = outcomes.map((one) => ({ ...one, copies: [{ index: 0, of: 1, handle: 0 }] }));
  expect((await port.putBack(unknown)).map((one) => [one.replaced, one.problem])).toEqual([[0, zhWord.region.missing]]);
  expect(word.texts(basis)).toEqual(['新的。', '新的。']);
});

test('what somebody typed after the replacement is not put back over', async () => {
  const word = startWord(paper());
  const port = await officePort();
  const outcomes = await port.replace(both);
  word.type(basis, '又改了。');
  const back = await port.putBack(outcomes);
  expect(back.map((one) => one.problem)).toEqual([zhWord.region.edited(1), '']);
  expect(word.texts(basis)).toEqual(['又改了。']);
  expect(word.texts(allocation)).toEqual(['张三负责']);
});

test('a copy whose words stand in other cells is edited', async () => {
  const word = startWord(docxOf(p('标题') + region(allocation, '分工', table('3', '45')) + region(allocation, '分工', table('34', '5'))));
  const port = await officePort();
  const [outcome] = await port.replace([change(allocation, '3\n45', table('7', '8') + '<w:p/>')]);
  expect(outcome).toMatchObject({ replaced: 1, problem: zhWord.region.edited(1) });
  expect(word.texts(allocation)).toEqual(['7\n8', '34\n5']);
});

test.each([
  ['a paragraph that was split', '一、甲。\n二、乙。'],
  ['a blank that was typed', '一、甲。 二、乙。'],
])('%s is not put back over', async (_, text) => {
  const word = startWord(paper());
  const port = await officePort();
  const outcomes = await port.replace([change(basis, null, p('一、甲。二、乙。'))]);
  word.type(basis, text);
  expect((await port.putBack(outcomes)).map((one) => [one.replaced, one.problem])).toEqual([[0, zhWord.region.edited(1)]]);
  expect(word.texts(basis)).toEqual([text]);
});

test('a region replaced twice goes back twice, the newest first', async () => {
  const word = startWord(paper());
  const port = await officePort();
  const first = await port.replace([change(basis, null, p('第一次。'))]);
  const second = await port.replace([change(basis, '第一次。', p('第二次。'))]);
  await port.putBack([...first, ...second]);
  expect(word.texts(basis)).toEqual(['依据去年的部署。']);
});

test('a region that is not there is told, and so is a piece that is damaged', async () => {
  const word = startWord(paper());
  word.remove(allocation);
  const port = await officePort();
  const outcomes = await port.replace([...both, { ...change(basis, null, ''), ooxml: '<pkg' }]);
  expect(outcomes.map((one) => one.problem)).toEqual(['', zhWord.region.missing, zhWord.problems.badPiece]);
});

test('locks are taken off for the work and put on again', async () => {
  const word = startWord(paper());
  word.lock(basis, 'sdtContentLocked');
  word.lock(allocation, 'sdtLocked');
  const port = await officePort();
  expect((await port.replace(both)).map((one) => one.problem)).toEqual(['', '']);
  expect(word.text()).toBe(everything);
  expect(word.lockOf(basis)).toBe('sdtContentLocked');
  expect(word.lockOf(allocation)).toBe('sdtLocked');
});

test('a document that tracks its changes shows the replacement as a revision, and putting back undoes it without a trace', async () => {
  const word = startWord(paper({ tracked: true }));
  const before = word.text();
  const port = await officePort();
  const outcomes = await port.replace(both);
  expect(outcomes.map((one) => one.problem)).toEqual(['', '']);
  expect(word.text(true)).toBe(everything);
  expect(word.text()).toContain('依据去年的部署。');
  expect((await port.regions()).map((one) => one.text)).toEqual(['依据今年的部署。', '李四负责\n王五配合']);
  await port.putBack(outcomes);
  expect(word.text()).toBe(before);
  expect(word.document.tracking).toBe('TrackAll');
});

test('who stops keeps what is done, and the rest stays and is told', async () => {
  const tags = Array.from({ length: 25 }, (_, index) => `ys:1:3f9a0c51be27:r${index}`);
  const word = startWord(docxOf(tags.map((tag) => region(tag, '一处', p('旧'))).join('') + p('')));
  const port = await officePort();
  const stop = new AbortController();
  const steps: string[] = [];
  const outcomes = await port.replace(
    tags.map((tag) => change(tag, '旧', p('新'))),
    {
      signal: stop.signal,
      onProgress: (done, all) => {
        steps.push(`${done}/${all}`);
        if (done === 20) stop.abort();
      },
    },
  );
  expect(steps).toEqual(['10/25', '20/25']);
  expect(outcomes.map((one) => one.problem)).toEqual(tags.map((_, index) => (index < 20 ? '' : zhWord.region.stopped)));
  expect(word.text()).toBe([...Array<string>(20).fill('新'), ...Array<string>(5).fill('旧')].join('\n'));
});
