import { expect, test } from 'vitest';
import { markMention } from './marked';

test.each([
  ['甲、乙、甲', '甲', ['[甲]', '、乙、', '[甲]']],
  ['甲乙', '丙', ['甲乙']],
  ['甲乙', '', ['甲乙']],
  ['甲', '甲', ['[甲]']],
  ['', '甲', []],
])('%s with %s', (text, mention, expected) => {
  const pieces = markMention(text, mention);
  expect(pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))).toEqual(expected);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
