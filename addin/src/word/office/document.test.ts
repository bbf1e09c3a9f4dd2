import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { filesOpen, profiles } from '../../../fake/common';
import { startWord } from '../../../fake/load';
import { docxOf, flat, p, recordOf, region } from '../../../fake/samples';
import { recordNamespace } from '../record';
import { zhWord } from '../strings';
import { officePort } from '.';

const basis = 'ys:1:3f9a0c51be27:basis';

afterEach(() => {
  // Word keeps two files only: none may stay open, whatever happened.
  expect(filesOpen()).toBe(0);
});

test('the whole document is read in slices and is the package that it was', async () => {
  const word = startWord(docxOf(p('一份文件')));
  word.document.parts.set('word/media/image1.bin', crypto.getRandomValues(new Uint8Array(9 << 20).subarray(0, 60_000)));
  const port = await officePort();
  const told = vi.fn();
  const docx = await port.readPackage({ onProgress: told });
  expect(Object.keys(unzipSync(docx))).toContain('word/media/image1.bin');
  expect(told).toHaveBeenLastCalledWith(1, 1);
});

test('a slice that fails is asked for once more, and told where it fails again', async () => {
  const word = startWord(docxOf(p('一份文件')));
  const port = await officePort();
  word.faults.failsSlices = 1;
  expect((await port.readPackage()).length).toBeGreaterThan(100);
  word.faults.failsSlices = 2;
  await expect(port.readPackage()).rejects.toThrow(zhWord.problems.slices);
});

test('a Common API that never answers, and somebody who stops', async () => {
  const word = startWord(docxOf(p('一份文件')));
  const port = await officePort({ patience: 30 });
  const stop = new AbortController();
  stop.abort();
  await expect(port.readPackage({ signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  word.faults.hangsCommon = true;
  await expect(port.readMark()).rejects.toThrow(zhWord.problems.timeout);
  expect(await port.writeRecord(recordOf(2))).toBe(false);
});

test('the mark is read from the record; a foreign document and a template have none', async () => {
  startWord(docxOf(p(''), { record: recordOf(3) }), profiles.ltsc2021);
  expect(await (await officePort()).readMark()).toEqual({
    id: '3f9a0c51be27',
    revision: 3,
    county: '沂源县',
    year: 2022,
    title: '关于开展检查的通知',
    isFragment: false,
    xml: recordOf(3),
  });
  startWord(docxOf(p(''), { record: `<paper xmlns="${recordNamespace}"/>` }));
  expect(await (await officePort()).readMark()).toBeNull();
  startWord(docxOf(p('')));
  expect(await (await officePort()).readMark()).toBeNull();
});

test('a record that got lost is no mark any more, and can be written again', async () => {
  const word = startWord(docxOf(p(''), { record: recordOf(1) }));
  word.loseRecords(recordNamespace);
  const port = await officePort();
  expect(await port.readMark()).toBeNull();
  expect(await port.writeRecord(recordOf(2))).toBe(true);
  expect((await port.readMark())?.revision).toBe(2);
});

test('a record is written in the place of the old one, and read back', async () => {
  const word = startWord(docxOf(p(''), { record: recordOf(1) }));
  const port = await officePort();
  expect(await port.writeRecord(recordOf(2))).toBe(true);
  expect(await port.writeRecord(recordOf(2))).toBe(true);
  expect(word.records(recordNamespace)).toEqual([recordOf(2)]);
  const parts = unzipSync(word.package());
  expect(Object.keys(parts).filter((name) => name.startsWith('customXml/'))).toHaveLength(3);
  expect((await port.readMark())?.revision).toBe(2);
});

test.each([
  ['is silently not written', { losesParts: 'silently' as const }],
  ['is refused', { losesParts: 'loudly' as const }],
])('a record that %s is told, and the old one is still there', async (_, faults) => {
  const word = startWord(docxOf(p(''), { record: recordOf(1) }));
  Object.assign(word.faults, faults);
  const port = await officePort();
  expect(await port.writeRecord(recordOf(2))).toBe(false);
  expect(word.records(recordNamespace)).toEqual([recordOf(1)]);
});

test('an old record that does not go away is told; the newer one counts', async () => {
  const word = startWord(docxOf(p(''), { record: recordOf(1) }));
  word.faults.keepsParts = true;
  const port = await officePort();
  expect(await port.writeRecord(recordOf(2))).toBe(false);
  expect((await port.readMark())?.revision).toBe(2);
  word.faults.keepsParts = false;
  expect(await port.writeRecord(recordOf(3))).toBe(true);
});

test('a document of its own is opened, and properties say that a paper is final', async () => {
  const word = startWord(docxOf(p('')), profiles.ltsc2021);
  const port = await officePort();
  await port.openNew(docxOf(p('新的通知')), '通知.docx');
  expect(word.opened).toHaveLength(1);
  expect(partsOf(word.opened[0])['word/document.xml']).toContain('新的通知');
  expect(word.text()).toBe('');
  const link = `https://files.example/${'文'.repeat(300)}`;
  await port.markFinal({ number: '沂安办发〔2022〕5号', link, at: '2022-03-05' });
  expect(word.document.properties.get('发文字号')).toBe('沂安办发〔2022〕5号');
  expect(`${word.document.properties.get('归档位置') ?? ''}${word.document.properties.get('归档位置 2') ?? ''}`).toBe(link);
});

test.each([
  ['a host that behaves', {}],
  ['a host that loses labels and parts', { resetsLabels: true, losesParts: null }],
])('the whole document is replaced, with its record and labels: %s', async (_, faults) => {
  const word = startWord(docxOf(p('旧'), { tracked: true, record: recordOf(1) }));
  Object.assign(word.faults, faults);
  const port = await officePort();
  await port.replaceWhole(docxOf(region(basis, '依据', p('新的依据')) + p('新'), { record: recordOf(2) }));
  expect(word.text()).toBe('新的依据\n新');
  expect((await port.regions()).map((one) => one.title)).toEqual(['依据']);
  expect((await port.readMark())?.revision).toBe(2);
  expect(word.document.tracking).toBe('TrackAll');
});

test.each([
  ['before anything was done', { failsSync: { at: 1, after: 0 } }, 'refused', '旧'],
  ['when the document is put in', { failsSync: { at: 2, after: 1, code: 'AccessDenied' } }, 'locked', '旧'],
  ['while it is put in', { failsSync: { at: 2, after: 2 } }, 'half', '新的依据\n新'],
  ['when labels are given back', { resetsLabels: true, failsSync: { at: 3, after: 1, code: 'AccessDenied' } }, 'half', '新的依据\n新'],
  ['when the record is written', { losesParts: 'loudly' as const }, 'labelsLost', '新的依据\n新'],
] as const)('a replacement of the whole that fails %s tells whether the document was changed', async (_, faults, code, text) => {
  const word = startWord(docxOf(p('旧')));
  Object.assign(word.faults, structuredClone(faults));
  const next = docxOf(region(basis, '依据', p('新的依据')) + p('新'), { record: recordOf(2) });
  await expect((await officePort()).replaceWhole(next)).rejects.toThrow(zhWord.problems[code]);
  expect(word.text()).toBe(text);
});

const partsOf = (docx: Uint8Array | undefined) =>
  Object.fromEntries(Object.entries(unzipSync(docx ?? new Uint8Array())).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** Fails where pages are not laid out as those of `docxOf(…, { pages })`, with what lies in their margins. */
function expectLaidOut(docx: Uint8Array | undefined, text: string): void {
  const parts = partsOf(docx);
  const main = parts['word/document.xml'] ?? '';
  expect(main).toMatch(/<w:pgSz w:w="11906" w:h="16838"\/>/);
  expect(main).toMatch(/w:top="2098"/);
  const related = new Map(
    Array.from((parts['word/_rels/document.xml.rels'] ?? '').matchAll(/Id="(\w+)" Type="[^"]+" Target="([^"]+)"/g)).map((one) => [
      one[1],
      one[2],
    ]),
  );
  const margins = Array.from(main.matchAll(/<w:(?:header|footer)Reference[^>]*w:type="(\w+)" r:id="(\w+)"/g));
  expect(margins.map(([, type]) => type)).toEqual(['default', 'default', 'even']);
  for (const [, type, id] of margins) expect(parts[`word/${related.get(id) ?? ''}`]).toContain(`${text} ${type ?? ''}`);
  expect(parts['word/settings.xml']).toContain('evenAndOddHeaders');
}

test('a document of its own has its page set-up, header and footers, and leaves the one in hand alone', async () => {
  const word = startWord(docxOf(p('手头的')), profiles.ltsc2021);
  await (await officePort()).openNew(docxOf(p('新的'), { pages: '新' }), '通知.docx');
  expectLaidOut(word.opened[0], '新');
  expect(partsOf(word.package())['word/document.xml']).not.toContain('pgSz');
});

test('a document that takes the place of another brings all that along, and its looks', async () => {
  const word = startWord(docxOf(p('旧'), { tracked: true }));
  const next = docxOf(p('新', 'a1'), { pages: '新' });
  await (await officePort()).replaceWhole(next);
  expectLaidOut(word.package(), '新');
  expect(word.document.tracking).toBe('TrackAll');
});

test('the double is as strict as Word: what is not asked for stays behind', () => {
  const word = startWord(docxOf(p('旧')));
  word.replace(docxOf(p('新'), { pages: '新' }), {});
  expect(partsOf(word.package())['word/settings.xml']).not.toContain('evenAndOddHeaders');
  expect(partsOf(word.package())['word/document.xml']).toContain('footerReference');
});

test('an old Word, a large file and one that is none are refused in Chinese', async () => {
  startWord(docxOf(p('')), profiles.ltsc2021);
  await expect((await officePort()).replaceWhole(docxOf(p('')))).rejects.toThrow(zhWord.problems.oldWord);
  startWord(docxOf(p('')));
  const port = await officePort();
  await expect(port.replaceWhole(new Uint8Array(5 << 20))).rejects.toThrow(zhWord.problems.tooLarge);
  await expect(port.replaceWhole(new Uint8Array(50))).rejects.toThrow(zhWord.problems.notWord);
});

test('a place is selected by its number, or by its words where it has moved', async () => {
  const cells = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>' + p('格子里') + '</w:tc></w:tr></w:tbl>';
  const word = startWord(docxOf(p('第一段') + cells + region(basis, '依据', p('第二段')) + p('第三段') + p('第三段')));
  const port = await officePort();
  expect(await port.select({ paragraph: 2, text: '第二' })).toBe(true);
  expect(word.document.selected).toBe('第二段');
  expect(await port.select({ paragraph: 9, text: '第三段' })).toBe(true);
  expect(word.document.cursor.nextElementSibling?.localName).toBe('sectPr');
  expect(await port.select({ paragraph: null, text: '格子里' })).toBe(true);
  expect(word.document.selected).toBe('格子里');
  expect(await port.select({ paragraph: 1, text: '' })).toBe(true);
  expect(word.document.selected).toBe('第一段');
  expect(await port.select({ paragraph: 1, text: '不在了' })).toBe(false);
  expect(await port.select({ paragraph: null, text: '' })).toBe(false);
});

const cellsOf = (...texts: string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${texts.map((text) => `<w:tr><w:tc>${p(text)}</w:tc></w:tr>`).join('')}</w:tbl>`;

test.each([
  ['the second of two that say the same', { paragraph: 4, text: '各单位要高度重视。' }, 5],
  ['the first of them', { paragraph: 2, text: '各单位要高度重视。' }, 1],
  ['words in the middle of a paragraph', { paragraph: null, text: '加强值班' }, 6],
  ['a paragraph that begins so before a nearer one that only names it', { paragraph: 9, text: '值班' }, 0],
  ['blanks and width do not count', { paragraph: 4, text: ' 各单位 要高度重视｡ '.replace('｡', '。') }, 5],
  ['letters of full width', { paragraph: null, text: '（１）GB／T ９７０４' }, 7],
  ['counted with the paragraphs of tables', { paragraph: 6, isOfAll: true, text: '各单位要高度重视。' }, 5],
  ['by the count alone, with the paragraphs of tables', { paragraph: 7, isOfAll: true, text: '' }, 6],
  ['the second table', { paragraph: null, table: 2, text: '序号' }, 8],
  ['the first table', { paragraph: null, table: 1, text: '序号' }, 3],
  ['a table without a word', { paragraph: null, table: 2, text: '' }, 8],
])('a place is found: %s', async (_, place, meant) => {
  const same = p('各单位要高度重视。');
  const word = startWord(
    docxOf(
      p('值班的安排') +
        same +
        p('') +
        cellsOf('序号', '各单位要高度重视。') +
        same +
        p('一要加强值班值守。') +
        p('(1)ＧＢ/T 9704') +
        cellsOf('序号'),
    ),
  );
  const port = await officePort();
  expect(await port.select(place)).toBe(true);
  const all = Array.from(word.document.body.getElementsByTagNameNS('*', 'p'));
  expect(all.indexOf(word.document.cursor)).toBe(meant);
});

test('a piece that the service damaged is not inserted', async () => {
  startWord(docxOf(p('')));
  await expect((await officePort()).insertFragment({ ooxml: flat('').slice(9), tag: '', title: '' })).rejects.toThrow(
    zhWord.problems.badPiece,
  );
});
