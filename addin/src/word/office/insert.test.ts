import { expect, test } from 'vitest';
import { profiles } from '../../../fake/common';
import type { Request } from '../../../fake/executor';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, region } from '../../../fake/samples';
import type { WordPort } from '../port';
import { zhWord } from '../strings';
import { officePort } from '.';

const basis = 'ys:1:3f9a0c51be27:basis';
const sheet = 'ys:1:3f9a0c51be27:sheet';

const piece = flat(p('关于检查的通知') + region(sheet, '分工', p('张三负责')) + '<w:p/>');

test.each([
  ['a host that behaves', {}],
  ['a host that loses labels', { resetsLabels: true }],
])('a fragment goes where the cursor is, its regions labelled: %s', async (_, faults) => {
  const word = startWord(docxOf(p('前') + p('后')), profiles.ltsc2021);
  Object.assign(word.faults, faults);
  word.placeCursor('前');
  const port = await officePort();
  await port.insertFragment({ ooxml: piece, tag: '', title: '' });
  expect(word.text()).toBe('前\n关于检查的通知\n张三负责\n后');
  expect((await port.regions()).map(({ tag, title }) => [tag, title])).toEqual([[sheet, '分工']]);
});

test('a fragment is wrapped in a control where it is to be one', async () => {
  const word = startWord(docxOf(p('前') + p('后')));
  word.placeCursor('前');
  const port = await officePort();
  await port.insertFragment({ ooxml: flat(p('一段依据')), tag: basis, title: '依据' });
  expect(word.texts(basis)).toEqual(['一段依据']);
  await expect(port.insertFragment({ ooxml: piece, tag: '', title: '' })).rejects.toThrow(zhWord.problems.inside);
  expect(word.text()).toBe('前\n一段依据\n后');
});

const personal = (content: string) => `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

test('a cursor in controls of the person is in the region round them', async () => {
  const own = personal(personal(p('自己的')));
  const word = startWord(docxOf(region(basis, '依据', own + p('依据')) + p('后')), profiles.ltsc2021);
  word.placeCursor('自己的');
  const port = await officePort();
  const before = word.text();
  await expect(port.insertLines(['一行'])).rejects.toThrow(zhWord.problems.inside);
  await expect(port.insertTable([['一格']])).rejects.toThrow(zhWord.problems.inside);
  await expect(port.insertFragment({ ooxml: piece, tag: '', title: '' })).rejects.toThrow(zhWord.problems.inside);
  expect(word.text()).toBe(before);
});

test('in controls of the person alone there is room, in a few syncs', async () => {
  const word = startWord(docxOf(p('前') + personal(personal(p('自己的'))) + p('后')));
  word.placeCursor('自己的');
  await (await officePort()).insertLines(['一行']);
  expect(word.text()).toBe('前\n自己的\n一行\n后');
  expect(word.counts.syncs).toBeLessThanOrEqual(5);
});

test('controls without end are asked no further', async () => {
  const word = startWord(docxOf(Array.from({ length: 30 }).reduce<string>((inner) => personal(inner), p('深处')) + p('后')));
  word.placeCursor('深处');
  await expect((await officePort()).insertLines(['一行'])).rejects.toThrow(zhWord.problems.inside);
  expect(word.counts.syncs).toBeLessThanOrEqual(10);
});

test('labels that stay lost are told, and the text is there', async () => {
  const word = startWord(docxOf(p('前')));
  word.faults.resetsLabels = true;
  word.faults.failsSync = { at: 3, after: 0 };
  const port = await officePort();
  await expect(port.insertFragment({ ooxml: piece, tag: '', title: '' })).rejects.toThrow(zhWord.problems.labelsLost);
  expect(word.text()).toBe('前\n关于检查的通知\n张三负责');
});

test('a host that fails half-way is told as such; one that refuses the place too', async () => {
  const word = startWord(docxOf(p('前') + region('客户', '客户', p('锁住的')) + p('尾')));
  const port = await officePort();
  word.faults.failsSync = { at: 2, after: 1 };
  await expect(port.insertLines(['一行'])).rejects.toThrow(zhWord.problems.half);
  word.lock('客户', 'contentLocked');
  word.placeCursor('锁住的');
  await expect(port.insertLines(['一行'])).rejects.toThrow(zhWord.problems.locked);
});

test('lines become paragraphs after that of the cursor, or begin in it where it is empty', async () => {
  const word = startWord(docxOf(p('前') + p('后')));
  const port = await officePort();
  word.placeCursor('前');
  await port.insertLines(['一', '二']);
  expect(word.text()).toBe('前\n一\n二\n后');
  word.startParagraph();
  await port.insertLines(['三', '四']);
  expect(word.text()).toBe('前\n一\n二\n后\n三\n四');
  expect(word.counts.syncs).toBeLessThanOrEqual(6);
});

test('a table has its head, and as many cells in every row', async () => {
  const word = startWord(docxOf(p('前') + p('后')), profiles.ltsc2021);
  word.placeCursor('前');
  const port = await officePort();
  await port.insertTable([['序号', '任务'], ['1'], ['2', '检查']]);
  expect(word.text()).toBe('前\n序号\n任务\n1\n2\n检查\n后');
  expect(word.document.body.getElementsByTagName('w:tblHeader')).toHaveLength(1);
  expect(word.document.body.getElementsByTagName('w:tc')).toHaveLength(6);
  await port.insertTable([]);
});

// Each way of inserting, and the sync that inserts.
const ways: [string, number, (port: WordPort) => Promise<void>][] = [
  ['a fragment', 2, (port) => port.insertFragment({ ooxml: piece, tag: basis, title: '依据' })],
  ['lines', 3, (port) => port.insertLines(['一', '二'])],
  ['a table', 2, (port) => port.insertTable([['序号', '任务']])],
];

function starting(tracked: boolean, profile?: (typeof profiles)[keyof typeof profiles]) {
  const word = startWord(docxOf(p('前') + p('后'), { tracked }), profile);
  word.placeCursor('前');
  return word;
}

test.each(ways)('%s goes in as the document has it, tracked or not, with no sync more', async (_, syncs, insert) => {
  for (const tracked of [true, false]) {
    const word = starting(tracked);
    await insert(await officePort());
    expect(word.document.body.getElementsByTagName('w:ins').length > 0).toBe(tracked);
    expect(word.document.tracking).toBe(tracked ? 'TrackAll' : 'Off');
    expect(word.counts.syncs).toBe(syncs);
  }
});

test.each(ways)('a host that tracks changes after %s is set back, in one sync more', async (_, syncs, insert) => {
  const word = starting(false);
  word.faults.tracksAfterInsertion = true;
  await insert(await officePort());
  expect(word.document.tracking).toBe('Off');
  expect(word.counts.syncs).toBe(syncs + 1);
  word.placeCursor('前');
  word.document.tracking = 'TrackMineOnly';
  await insert(await officePort());
  expect(word.document.tracking).toBe('TrackMineOnly');
});

test.each(ways)('the tracking of changes is as it was when %s fails half-way', async (_, at, insert) => {
  // Changes that are made before it fails; few enough that none of the three is through.
  for (const after of [0, 1]) {
    const word = starting(false);
    Object.assign(word.faults, { tracksAfterInsertion: true, failsSync: { at, after } });
    await expect(insert(await officePort())).rejects.toThrow(zhWord.problems.half);
    expect(word.document.tracking).toBe('Off');
    expect(word.text() === '前\n后').toBe(after === 0);
  }
});

test('the tracking of changes is as it was where the labels stay lost', async () => {
  const word = starting(false);
  Object.assign(word.faults, { tracksAfterInsertion: true, resetsLabels: true, failsSync: { at: 3, after: 0 } });
  const port = await officePort();
  await expect(port.insertFragment({ ooxml: piece, tag: '', title: '' })).rejects.toThrow(zhWord.problems.labelsLost);
  expect(word.document.tracking).toBe('Off');
});

test('a host that is late with an insertion leaves the tracking of changes as it was', async () => {
  const word = starting(true);
  word.faults.hangsSync = 2;
  const port = await officePort({ patience: 30 });
  await expect(port.insertTable([['一格']])).rejects.toThrow(zhWord.problems.timeout);
  expect(word.document.tracking).toBe('TrackAll');
});

test.each(ways)('tracking that cannot be set back after %s is told, and the text is there', async (_, syncs, insert) => {
  const word = starting(false);
  Object.assign(word.faults, { tracksAfterInsertion: true, failsSync: { at: syncs + 1, after: 0 } });
  await expect(insert(await officePort())).rejects.toThrow(zhWord.problems.tracking);
  expect(word.text()).not.toBe('前\n后');
});

test('tracking that stays as it is is never set, which a protected document might refuse; nor where Word does not show it', async () => {
  const word = starting(true);
  await (await officePort()).insertLines(['一']);
  const old = starting(false, profiles.ltsc2021);
  old.faults.tracksAfterInsertion = true;
  await (await officePort()).insertLines(['一']);
  for (const one of [word, old]) expect(namesSet(one.requests)).not.toContain('ChangeTrackingMode');
  expect(JSON.stringify(old.requests)).not.toMatch(/changeTrackingMode/i);
});

function namesSet(requests: readonly Request[]): string[] {
  return requests.flatMap((one) => one.Actions.filter((action) => action.ActionType === 4).map((action) => action.Name));
}
