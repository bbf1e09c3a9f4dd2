import { expect, test } from 'vitest';
import { profiles } from '../../../fake/common';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, region } from '../../../fake/samples';
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
