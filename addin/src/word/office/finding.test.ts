import { expect, test } from 'vitest';
import { FakeDocument } from '../../../fake/document';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, region } from '../../../fake/samples';
import { zhWord } from '../strings';
import { officePort } from '.';

const basis = 'ys:1:3f9a0c51be27:basis';
const other = 'ys:1:3f9a0c51be27:other';

const change = (tag: string, was: string, blocks: string) => ({ tag, title: '依据', was, ooxml: flat(blocks) });
const changes = [change(basis, '去年的。', p('新的。'))];

/** A control that a person made: it has neither tag nor title. */
const personal = (text: string) => `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${p(text)}</w:sdtContent></w:sdt>`;

const paper = (before = '', options = {}) => docxOf(before + region(basis, '依据', p('去年的。')) + p('落款'), options);

const labels = (word: ReturnType<typeof startWord>) =>
  Array.from(word.document.body.getElementsByTagName('w:sdt')).map((one) => [
    one.getElementsByTagName('w:tag')[0]?.getAttribute('w:val') ?? '',
    one.getElementsByTagName('w:t')[0]?.textContent,
  ]);

test.each(
  ['我自己的：新的。请勿改动', '新的。'].flatMap((text) => [
    [text, { resetsLabels: true }] as const,
    [text, { resetsLabels: true, renewsControls: true }] as const,
  ]),
)('a control of the person that says “%s” is not taken for the region: %o', async (text, faults) => {
  const word = startWord(paper(personal(text)));
  Object.assign(word.faults, faults);
  const port = await officePort();
  expect((await port.replace(changes)).map((one) => [one.replaced, one.problem])).toEqual([[1, '']]);
  expect(labels(word)).toEqual([['', text], [basis, '新的。']]); // prettier-ignore
});

test('where the control of the region is lost, that of the person is not taken for it either', async () => {
  const word = startWord(paper(personal('新的。')));
  word.faults.losesControls = true;
  const port = await officePort();
  expect((await port.replace(changes)).map((one) => one.problem)).toEqual([zhWord.region.unlabelled]);
  expect(labels(word)).toEqual([['', '新的。']]);
});

test('a region that has lost its label is found where changes are tracked, and a control made meanwhile is not', async () => {
  const word = startWord(paper('', { tracked: true }));
  Object.assign(word.faults, { resetsLabels: true, renewsControls: true });
  const act = () => word.document.body.prepend(...Array.from(new FakeDocument(docxOf(personal('见新的。'))).body.children).slice(0, 1));
  word.faults.interrupts = { at: 4, act };
  const port = await officePort();
  expect((await port.replace(changes)).map((one) => one.problem)).toEqual(['']);
  expect((await port.regions()).map((one) => one.text)).toEqual(['新的。']);
});

test('tags are given back in order though the contents of a region brought others along', async () => {
  const inner = `<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>${p('张三。')}</w:sdtContent></w:sdt>`;
  const word = startWord(paper(region(other, '分工', p('旧的。'))));
  Object.assign(word.faults, { resetsLabels: true, renewsControls: true });
  const port = await officePort();
  const both = [change(other, '旧的。', p('负责：') + inner + p('。')), change(basis, '去年的。', p('张三。'))];
  expect((await port.replace(both)).map((one) => one.problem)).toEqual(['', '']);
  expect(labels(word)).toEqual([[other, '负责：'], ['', '张三。'], [basis, '张三。']]); // prettier-ignore
});

test.each([2, 3, 4])('a region that is deleted before the %i. sync is not told as replaced', async (at) => {
  const word = startWord(paper(region(other, '分工', p('旧的。'))));
  word.faults.interrupts = { at, act: () => word.remove(basis) };
  const port = await officePort();
  const outcomes = await port.replace([...changes, change(other, '旧的。', p('另一些。'))]);
  // Before the fourth it was replaced already, and was deleted with its new words.
  const gone = at === 2 ? zhWord.region.unread : zhWord.region.missing;
  expect(outcomes.map((one) => [one.replaced, one.problem])).toEqual([at === 4 ? [1, ''] : [0, gone], [1, '']]);
  expect(outcomes[0]?.before).toHaveLength(at === 4 ? 1 : 0);
  expect(word.texts(other)).toEqual(['另一些。']);
});

test.each([0, 1])('copy %i is deleted meanwhile: that is told, and the other one gets back what stood there', async (copy) => {
  const word = startWord(paper());
  word.duplicate(basis);
  word.type(basis, '去年的。', 1);
  word.faults.interrupts = { at: 3, act: () => word.remove(basis, copy) };
  const port = await officePort();
  const outcomes = await port.replace(changes);
  expect(outcomes.map((one) => [one.replaced, one.problem])).toEqual([[1, zhWord.region.missing]]);
  await port.putBack(outcomes);
  expect(word.texts(basis)).toEqual(['去年的。']);
});

test.each(
  [1, 2, 3, 4].flatMap((after) => [
    [after, { resetsLabels: true }] as const,
    [after, { resetsLabels: true, renewsControls: true }] as const,
  ]),
)('a sync that fails after %i changes leaves no copy behind on a host that loses labels: %o', async (after, faults) => {
  const word = startWord(paper());
  word.duplicate(basis);
  Object.assign(word.faults, { ...faults, failsSync: { at: 3, after } });
  const port = await officePort();
  const outcomes = await port.replace(changes);
  expect(outcomes.map((one) => [one.replaced, one.problem])).toEqual([[2, '']]);
  expect(word.texts(basis)).toEqual(['新的。', '新的。']);
  await port.putBack(outcomes);
  expect(word.texts(basis)).toEqual(['去年的。', '去年的。']);
});
