import { expect, test } from 'vitest';
import type { Faults } from '../../../fake/faults';
import { profiles } from '../../../fake/common';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, region } from '../../../fake/samples';
import type { RegionOutcome, WordPort } from '../port';
import { zhWord } from '../strings';
import { officePort } from '.';

const tags = Array.from({ length: 12 }, (_, index) => `ys:1:3f9a0c51be27:r${index}`);
const old = (tag: string) => `原文${tag.slice(18)}`;
const fresh = (tag: string) => `新文${tag.slice(18)}`;

const paper = (options = {}) =>
  docxOf(p('标题') + tags.map((tag) => region(tag, `第${tag.slice(19)}处`, p(old(tag)))).join(p('手写')) + p('落款'), options);

const changes = tags.map((tag) => ({ tag, title: '', was: old(tag), ooxml: flat(p(fresh(tag))) }));

const start = (options = {}, profile?: (typeof profiles)[keyof typeof profiles]) => startWord(paper(options), profile);

type Word = ReturnType<typeof start>;

/** Whatever went wrong: every region says its old or its new words, and what it said can be put back or stands there still. */
function expectNothingLost(word: Word, outcomes: readonly RegionOutcome[]): void {
  const text = word.text(true);
  for (const [index, tag] of tags.entries()) {
    const isNew = text.split('\n').includes(fresh(tag));
    expect(isNew || text.split('\n').includes(old(tag)), tag).toBe(true);
    if (isNew) expect(outcomes[index]?.before.join(''), tag).toContain(old(tag));
  }
  expect(text.match(/手写/g)).toHaveLength(tags.length - 1);
}

async function replace(word: Word, faults: Partial<Faults>, patience?: number): Promise<{ port: WordPort; outcomes: RegionOutcome[] }> {
  Object.assign(word.faults, faults);
  const port = await officePort(patience === undefined ? {} : { patience });
  const outcomes = await port.replace(changes);
  expectNothingLost(word, outcomes);
  return { port, outcomes };
}

const problems = (outcomes: readonly RegionOutcome[]) => outcomes.map((one) => one.problem);
const none = tags.map(() => '');

test.each([
  ['tags and titles are gone after the insertion', { resetsLabels: true }],
  ['controls are others after the insertion', { renewsControls: true }],
  ['both', { resetsLabels: true, renewsControls: true }],
  ['an empty paragraph is added', { addsParagraph: true }],
])('%s: the region is found again and labelled', async (_, faults) => {
  const word = start();
  word.lock(tags[3] ?? '', 'sdtContentLocked');
  const { port, outcomes } = await replace(word, faults);
  expect(problems(outcomes)).toEqual(none);
  const regions = await port.regions();
  expect(regions.map((one) => one.tag)).toEqual(tags);
  expect(regions.map((one) => one.text)).toEqual(tags.map(fresh));
  expect(regions[4]?.title).toBe('第4处');
  expect(word.lockOf(tags[3] ?? '')).toBe('sdtContentLocked');
  // Only the locked one keeps what the host added.
  expect(word.document.body.getElementsByTagName('w:p')).toHaveLength(2 * tags.length + 1 + ('addsParagraph' in faults ? 1 : 0));
});

test('a control that is lost is told; its words are there, and what stood there is kept', async () => {
  const { outcomes } = await replace(start(), { losesControls: true });
  expect(problems(outcomes)).toEqual(tags.map(() => zhWord.region.unlabelled));
});

test('a lock that does not come off leaves the region as it was; the others go on', async () => {
  const word = start();
  word.lock(tags[2] ?? '', 'contentLocked');
  const { outcomes } = await replace(word, { refusesLock: 'unlock' });
  expect(problems(outcomes)).toEqual(none.map((_, index) => (index === 2 ? zhWord.region.locked : '')));
  expect(word.texts(tags[2] ?? '')).toEqual([old(tags[2] ?? '')]);
  expect(word.lockOf(tags[2] ?? '')).toBe('contentLocked');
});

test('a lock that does not go on again is told', async () => {
  const word = start();
  word.lock(tags[2] ?? '', 'contentLocked');
  const { outcomes } = await replace(word, { refusesLock: 'lock' });
  expect(problems(outcomes)).toEqual(none.map((_, index) => (index === 2 ? zhWord.region.unlocked : '')));
});

test('an insertion that is refused leaves that region only', async () => {
  const word = start();
  word.lock(tags[5] ?? '', 'contentLocked');
  const { outcomes } = await replace(word, { refusesInsertion: [tags[5] ?? '', tags[11] ?? ''] });
  expect(problems(outcomes)).toEqual(none.map((_, index) => (index === 5 || index === 11 ? zhWord.region.refused : '')));
  expect(word.lockOf(tags[5] ?? '')).toBe('contentLocked');
});

test.each([0, 1, 4, 10, 100])('a sync that fails after %i changes: the rest is done one by one, nothing twice', async (after) => {
  const word = start();
  // The third sync is the first that inserts.
  const { outcomes } = await replace(word, { failsSync: { at: 3, after } });
  expect(problems(outcomes)).toEqual(none);
  expect(outcomes.map((one) => one.replaced)).toEqual(tags.map(() => 1));
  expect(word.text()).toBe(['标题', ...tags.flatMap((tag, index) => (index > 0 ? ['手写', fresh(tag)] : [fresh(tag)])), '落款'].join('\n'));
});

test.each([1, 2, 3, 4])('the %i. sync fails: what was not done is told or done again', async (at) => {
  const word = start();
  word.faults.failsSync = { at, after: 0 };
  const port = await officePort();
  const outcomes = await port.replace(changes).catch((error: unknown) => error as Error);
  if (outcomes instanceof Error) expect(outcomes.message).toBe(zhWord.problems.refused);
  else {
    expect(problems(outcomes)).toEqual(none);
    expectNothingLost(word, outcomes);
  }
  expect(at === 1).toBe(outcomes instanceof Error);
});

test('a host that refuses everything changes nothing and says so', async () => {
  const word = start();
  const before = word.text();
  const { outcomes } = await replace(word, { refusesInsertion: tags });
  expect(problems(outcomes)).toEqual(tags.map(() => zhWord.region.refused));
  expect(word.text()).toBe(before);
});

test.each([3, 4])('a host that never answers the %i. sync is asked no more', async (hangsSync) => {
  const word = start();
  const { outcomes } = await replace(word, { hangsSync }, 30);
  const silent = hangsSync === 3 ? 10 : 2;
  const from = hangsSync === 3 ? 0 : 10;
  expect(problems(outcomes)).toEqual(
    none.map((_, index) => (index < from ? '' : index < from + silent ? zhWord.region.silent : zhWord.region.stopped)),
  );
});

test('a host that does not answer at all is told in Chinese', async () => {
  start().faults.hangsSync = 1;
  const port = await officePort({ patience: 30 });
  await expect(port.regions()).rejects.toThrow(zhWord.problems.timeout);
});

test('a slow host is waited for', async () => {
  const { outcomes } = await replace(start(), { delay: 5 });
  expect(problems(outcomes)).toEqual(none);
});

test.each([
  ['replace', false],
  ['putBack', true],
])('the tracking of changes is as it was after %s, even when a sync fails or the insertion changes it', async (_, isBack) => {
  const word = start({ tracked: true });
  const port = await officePort();
  const outcomes = isBack ? await port.replace(changes) : [];
  word.faults.failsSync = { at: 3, after: 5 };
  await (isBack ? port.putBack(outcomes) : port.replace(changes));
  expect(word.document.tracking).toBe('TrackAll');
  const other = start();
  other.faults.tracksAfterInsertion = true;
  const again = await officePort();
  const done = await again.replace(changes);
  if (isBack) await again.putBack(done);
  expect(other.document.tracking).toBe('Off');
});

test('tracking that cannot be restored is told', async () => {
  const word = start({ tracked: true });
  Object.assign(word.faults, { failsSync: { at: 5, after: 0 } });
  const port = await officePort();
  const outcomes = await port.replace(changes);
  expect(outcomes[0]?.problem).toBe(zhWord.region.tracking);
});
