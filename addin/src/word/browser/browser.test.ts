import * as buffer from 'node:buffer';
import { afterEach, expect, test, vi } from 'vitest';
import { FakeDocument } from '../../../fake/document';
import { docxOf, flat, p, recordOf, region, table } from '../../../fake/samples';
import { hostText } from '../../../fake/text';
import { blocksOf } from '../ooxml/markup';
import { readPart } from '../ooxml/parts';
import { unpack } from '../ooxml/zip';
import { recordNamespace } from '../record';
import { zhWord } from '../strings';
import { browserPort } from '.';

const basis = 'ys:1:3f9a0c51be27:basis';
const allocation = 'ys:1:3f9a0c51be27:allocation';

const paper = docxOf(p('标题') + region(basis, '依据', p('去年的部署。')) + region(allocation, '分工', table('张三')) + p('落款'), {
  record: recordOf(1),
});

// Those of jsdom cannot be read.
vi.stubGlobal('Blob', buffer.Blob);
vi.stubGlobal('File', buffer.File);

const saved: { name: string; blob: Blob }[] = [];

vi.mock('../../components/save', () => ({ saveBlob: (blob: Blob, name: string) => saved.push({ name, blob }) }));

afterEach(() => saved.splice(0));

const bytesOf = async (blob: Blob | undefined) => new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());

const fileOf = (docx: Uint8Array, name = '通知.docx') => new File([new Uint8Array(docx)], name);

const linesOf = (docx: Uint8Array) =>
  hostText(blocksOf(new FakeDocument(docx).body))
    .split('\r')
    .filter(Boolean);

async function portWith(docx = paper) {
  const port = browserPort();
  await port.choose(fileOf(docx));
  return port;
}

test('a file is chosen, told, and read as it is', async () => {
  const port = browserPort();
  const told = vi.fn();
  const stop = port.onDocument(told);
  expect(port.abilities.hasDocument).toBe(false);
  expect(await port.readMark()).toBeNull();
  await expect(port.readPackage()).rejects.toThrow(zhWord.problems.noDocument);
  await port.choose(fileOf(paper));
  expect(told).toHaveBeenCalledOnce();
  expect(port.abilities).toMatchObject({ isWord: false, hasDocument: true, edits: false });
  expect(await port.readPackage()).toEqual(paper);
  expect((await port.readMark())?.revision).toBe(1);
  expect((await port.regions()).map(({ tag, text }) => [tag, text])).toEqual([
    [basis, '去年的部署。'],
    [allocation, '张三'],
  ]);
  stop();
  await expect(port.choose(new File(['no'], '图.docx'))).rejects.toThrow(zhWord.problems.notWord);
  expect(told).toHaveBeenCalledOnce();
  expect(port.abilities.hasDocument).toBe(true);
});

test('an update is made in memory and downloaded with its record', async () => {
  const port = await portWith();
  const outcomes = await port.replace([
    { tag: basis, title: '依据', was: '去年的部署。', ooxml: flat(p('今年的部署。', 'x1')) },
    { tag: allocation, title: '分工', was: '不是这句', ooxml: flat(table('李四') + '<w:p/>') },
    { tag: `${basis}2`, title: '', was: null, ooxml: flat(p('')) },
    { tag: allocation, title: '分工', was: null, ooxml: '<pkg' },
  ]);
  expect(outcomes.map((one) => one.problem)).toEqual(['', zhWord.region.edited(1), zhWord.region.missing, zhWord.problems.badPiece]);
  expect(saved).toHaveLength(0);
  expect(linesOf(await port.readPackage())).toEqual(['标题', '今年的部署。', '张三', '落款']);
  expect(await port.writeRecord(recordOf(2))).toBe(true);
  expect(saved.map((one) => one.name)).toEqual(['通知（已更新）.docx']);
  const docx = await bytesOf(saved[0]?.blob);
  expect(linesOf(docx)).toEqual(['标题', '今年的部署。', '张三', '落款']);
  expect((await port.readMark())?.revision).toBe(2);
  const parts = await unpack(docx);
  expect(readPart(parts, 'customXml/item1.xml')).toBe(recordOf(2));
  expect(readPart(parts, 'word/document.xml')).toContain('Requires="w15"');
});

test('what was replaced can be put back, and what was typed stays', async () => {
  const port = await portWith();
  const change = (text: string) => port.replace([{ tag: allocation, title: '分工', was: null, ooxml: flat(table(text) + '<w:p/>') }]);
  const first = await change('李四');
  const second = await change('王五');
  const back = await port.putBack([...first, ...second]);
  expect(back.map((one) => one.replaced)).toEqual([1, 1]);
  expect(linesOf(await port.readPackage())).toEqual(['标题', '去年的部署。', '张三', '落款']);
  expect((await port.putBack(first)).map((one) => one.problem)).toEqual([zhWord.region.edited(1)]);
});

test('copies that said different things get back each its own, and one that was not replaced stays', async () => {
  const copies = ['去年的部署。', '我亲手改过的。', '新的。'].map((text) => region(basis, '依据', p(text)));
  const port = await portWith(docxOf(copies.join('') + p('落款')));
  const outcomes = await port.replace(
    ['去年的部署。', '我亲手改过的。'].map((was) => ({ tag: basis, title: '依据', was, ooxml: flat(p('新的。')) })),
  );
  const back = await port.putBack(outcomes);
  expect(back.map((one) => [one.replaced, one.problem])).toEqual([[1, ''], [1, '']]); // prettier-ignore
  expect((await port.regions()).map((one) => one.text)).toEqual(['去年的部署。', '我亲手改过的。', '新的。']);
});

test('a copy whose words stand in other cells or paragraphs is edited', async () => {
  const copies = [table('3', '45'), table('34', '5'), p('345')].map((blocks) => region(allocation, '分工', blocks));
  const port = await portWith(docxOf(copies.join('') + p('落款')));
  const [outcome] = await port.replace([{ tag: allocation, title: '分工', was: '3\n45', ooxml: flat(table('7', '8') + '<w:p/>') }]);
  expect(outcome).toMatchObject({ replaced: 1, problem: zhWord.region.edited(2) });
  expect((await port.regions()).map((one) => one.text)).toEqual(['7\n8', '34\n5', '345']);
});

test('a document without a record gets one', async () => {
  const port = await portWith(docxOf(p('标题')));
  await port.writeRecord(recordOf(1));
  const document = new FakeDocument(await bytesOf(saved[0]?.blob));
  expect(readPart(document.parts, 'word/_rels/document.xml.rels')).toContain('../customXml/item1.xml');
  expect(readPart(document.parts, 'customXml/itemProps1.xml')).toContain(recordNamespace);
});

test('what would go to the cursor is downloaded', async () => {
  const port = browserPort();
  await port.insertLines(['一 & <二>', '三\u0001']);
  await port.insertTable([['序号', '任务'], ['1']]);
  await port.insertFragment({ ooxml: flat(p('通知正文', 'x1')), tag: '', title: '' });
  await port.openNew(paper, '新的.docx');
  expect(saved.map((one) => one.name)).toEqual(['任务.docx', '任务表.docx', '正文.docx', '新的.docx']);
  const texts = await Promise.all(saved.map(async ({ blob }) => linesOf(await bytesOf(blob))));
  expect(texts.slice(0, 3)).toEqual([['一 & <二>', '三'], ['序号', '任务', '1'], ['通知正文']]);
  const parts = await unpack(await bytesOf(saved[2]?.blob));
  expect(readPart(parts, 'word/_rels/document.xml.rels')).toContain('styles.xml');
});

test('a final paper says so in its properties', async () => {
  const port = await portWith();
  await port.markFinal({ number: '沂安办发〔2022〕5号', link: 'https://files.example/1', at: '2022-03-05' });
  expect(saved.map((one) => one.name)).toEqual(['通知（定稿）.docx']);
  const parts = await unpack(await bytesOf(saved[0]?.blob));
  expect(readPart(parts, 'docProps/custom.xml')).toContain('沂安办发〔2022〕5号');
  expect(await port.select({ paragraph: 1, text: '' })).toBe(false);
  await expect(port.replaceWhole(paper)).rejects.toThrow(zhWord.problems.noWhole);
});
