import { expect, test } from 'vitest';
import type { PaperUpdate, RegionChangeView } from '../api';
import { region } from '../testing/samples';
import { askedFor, chosenOf, keyOf, stillToPutBack, workOf } from './choices';

const regions = [
  region('a'),
  region('b', { state: 'outdated' }),
  region('c', { state: 'edited', text: '手改。' }),
  region('d', { state: 'conflict', text: '手改。' }),
  region('e', { state: 'missing', text: '' }),
  region('f', { state: 'bound' }),
  region('g', { state: 'outdated', isTagged: false }),
];

function names(choices: Record<string, boolean>): string[] {
  return chosenOf(regions, choices).map((one) => one.name);
}

function answer(changes: Partial<RegionChangeView>[], left: PaperUpdate['left'] = []): PaperUpdate {
  const full = changes.map((change) => ({ name: 'a', tag: 't', title: '', was: null, ooxml: '新', text: '新', ...change }));
  return { record: '<r/>', revision: 3, changes: full, left };
}

test('by itself only what nobody touched is replaced', () => {
  expect(names({})).toEqual(['b']);
  expect(names({ [keyOf({ name: 'b', text: '原来的文字。' })]: false })).toEqual([]);
});

test('somebody’s own words only where asked, and what cannot be replaced never', () => {
  const all = Object.fromEntries(regions.map((one) => [keyOf(one), true]));
  expect(names(all)).toEqual(['b', 'c', 'd']);
  expect(askedFor(chosenOf(regions, all))).toEqual({ region: ['b', 'c', 'd'], take: ['c', 'd'] });
});

test('a choice is for the text that was seen', () => {
  const choices = { [keyOf({ name: 'c', text: '手改。' })]: true };
  const later = [region('c', { state: 'edited', text: '又改了。' })];
  expect(chosenOf(later, choices)).toEqual([]);
});

test('a change may replace only the text that was seen', () => {
  const [chosen] = [region('c', { state: 'edited', text: '手改。' })];
  expect(workOf([chosen], answer([{ name: 'c', was: '手改。' }])).changes[0]?.was).toBe('手改。');
  expect(workOf([chosen], answer([{ name: 'c', was: null }])).changes[0]?.was).toBe('手改。');
  const since = workOf([chosen], answer([{ name: 'c', was: '又改了。' }]));
  expect(since.changes).toEqual([]);
  expect(since.left[0]?.problem).toContain('又改动过');
  expect(workOf([chosen], answer([])).left[0]?.problem).toContain('重新比对');
});

test('of copies that differ only the chosen one is replaced', () => {
  const [first, second] = [region('c', { state: 'edited', text: '甲' }), region('c', { state: 'conflict', text: '乙' })];
  const work = workOf(
    [second],
    answer([
      { name: 'c', was: first.text },
      { name: 'c', was: second.text },
    ]),
  );
  expect(work.changes.map((one) => one.was)).toEqual(['乙']);
});

test('of what was put back only the copy that stayed behind is offered again', () => {
  const copy = (index: number) => ({ index, of: 2, handle: index + 10 });
  const outcome = { tag: 't', title: '任务', replaced: 2, problem: '', before: ['甲', '乙'], copies: [copy(0), copy(1)], text: '新' };
  const behind = { ...outcome, replaced: 1, problem: '有一处后来改过。', before: ['新'], copies: [{ ...copy(0), handle: 99 }] };
  expect(stillToPutBack(outcome, undefined)).toEqual([outcome]);
  expect(stillToPutBack(outcome, { ...behind, replaced: 0, before: [], copies: [] })).toEqual([outcome]);
  expect(stillToPutBack(outcome, { ...outcome, before: ['新', '新'] })).toEqual([]);
  expect(stillToPutBack(outcome, behind)).toEqual([{ ...outcome, replaced: 1, before: ['乙'], copies: [copy(1)] }]);
});
