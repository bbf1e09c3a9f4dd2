import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { saySame } from './sameWords';

/** A zip archive with one file in it. */
function zip(name: string, text: string, level: number): Uint8Array {
  const title = new TextEncoder().encode(name);
  const data = deflateRawSync(new TextEncoder().encode(text), { level });
  const head = new DataView(new ArrayBuffer(30));
  head.setUint16(26, title.length, true);
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint16(10, 8, true);
  entry.setUint32(20, data.length, true);
  entry.setUint16(28, title.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  end.setUint32(16, 30 + title.length + data.length, true);
  const pieces = [new Uint8Array(head.buffer), title, data, new Uint8Array(entry.buffer), title, new Uint8Array(end.buffer)];
  return Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));
}

const paragraph = (words: string, look = '') => `<w:p><w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

test('the same words packed or dressed otherwise are the same words', async () => {
  const one = zip('word/document.xml', paragraph('压实责任。'.repeat(20)), 9);
  const other = zip('word/document.xml', paragraph('压实责任。'.repeat(20), '<w:rPr><w:b/></w:rPr>'), 0);
  expect(await saySame(one, other)).toBe(true);
});

test('a word more, or a paragraph broken, is not the same', async () => {
  const one = zip('word/document.xml', paragraph('压实责任。'), 9);
  expect(await saySame(one, zip('word/document.xml', paragraph('压实责任！'), 9))).toBe(false);
  expect(await saySame(one, zip('word/document.xml', paragraph('压实') + paragraph('责任。'), 9))).toBe(false);
});

test('what cannot be read is the same only to the byte', async () => {
  expect(await saySame(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true);
  expect(await saySame(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false);
  expect(await saySame(zip('other.xml', 'a', 9), zip('other.xml', 'b', 9))).toBe(false);
});
