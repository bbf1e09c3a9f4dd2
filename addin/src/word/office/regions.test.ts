import { beforeAll, expect, test } from 'vitest';
import { profiles } from '../../../fake/common';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, region } from '../../../fake/samples';
import { officePort } from '.';

const tags = Array.from({ length: 500 }, (_, index) => `ys:1:3f9a0c51be27:r${index}`);

// jsdom hangs listeners on its window for every document that is parsed, and each takes the longer the more there are.
beforeAll(() => {
  const { window } = (globalThis as unknown as { jsdom: { window: Window } }).jsdom;
  window.addEventListener = () => undefined;
});

test.each(Object.entries(profiles))(
  'five hundred regions are read and replaced in a few syncs on %s',
  { timeout: 120_000 },
  async (_, profile) => {
    const word = startWord(docxOf(tags.map((tag) => region(tag, '一处', p('旧的话。'))).join('') + p('')), profile);
    const port = await officePort();
    const regions = await port.regions();
    expect(regions.map((one) => one.tag)).toEqual(tags);
    expect(word.counts.syncs).toBeLessThanOrEqual(2);
    word.counts.syncs = 0;
    const outcomes = await port.replace(tags.map((tag) => ({ tag, title: '一处', was: '旧的话。', ooxml: flat(p('新的话。')) })));
    expect(outcomes.every((one) => one.replaced === 1 && one.problem === '')).toBe(true);
    expect(word.counts.syncs).toBeLessThanOrEqual(500 / 10 + 3);
    expect(word.text()).toBe(tags.map(() => '新的话。').join('\n'));
  },
);

test('only managed regions are given, copies included, with their lines', async () => {
  const other = region('客户', '客户', p('不归我们管'));
  const word = startWord(docxOf(region(tags[0] ?? '', '依据', p('第一行') + '<w:p/>' + p('第二行')) + other + p('尾')));
  word.duplicate(tags[0] ?? '');
  const port = await officePort();
  expect((await port.regions()).map(({ tag, title, text }) => ({ tag, title, text }))).toEqual(
    [0, 1].map(() => ({ tag: tags[0], title: '依据', text: '第一行\n第二行' })),
  );
});

test('what the host can do is found out at once', async () => {
  startWord(docxOf(p('')), profiles.ltsc2021);
  expect((await officePort()).abilities).toEqual({
    isWord: true,
    hasDocument: true,
    seesTracking: false,
    replacesWhole: false,
    edits: true,
  });
  startWord(docxOf(p('')), profiles.m365);
  expect((await officePort()).abilities).toEqual({ isWord: true, hasDocument: true, seesTracking: true, replacesWhole: true, edits: true });
});
