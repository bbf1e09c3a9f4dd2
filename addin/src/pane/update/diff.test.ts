import { describe, expect, test } from 'vitest';
import { diffWords, type DiffPiece } from './diff';

function text(pieces: DiffPiece[]): string {
  return pieces.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '[+' : '[-'}${text}]`)).join('');
}

function side(pieces: DiffPiece[], left: DiffPiece['kind']): string {
  return pieces
    .filter((one) => one.kind !== left)
    .map((one) => one.text)
    .join('');
}

describe('the difference of two texts', () => {
  test.each([
    ['6月底前完成。', '9月底前完成。', '[-6][+9]月底前完成。'],
    ['县应急局牵头', '县应急局牵头，县公安局配合', '县应急局牵头[+，县公安局配合]'],
    ['', '新的', '[+新的]'],
    ['旧的', '', '[-旧的]'],
    ['一样', '一样', '一样'],
    ['', '', ''],
  ])('%s → %s', (before, after, expected) => {
    expect(text(diffWords(before, after))).toBe(expected);
  });

  test('keeps words whole', () => {
    const pieces = diffWords('开展安全检查工作。', '开展消防检查工作。');
    expect(pieces.find((one) => one.kind === 'removed')?.text).toBe('安全');
    expect(pieces.find((one) => one.kind === 'added')?.text).toBe('消防');
  });

  test('gives both texts back, whatever they are', () => {
    const sentences = ['压实责任。', '加强值守；', '\n', '县应急局牵头。', '6月底前完成。', '𠮷田', '开展检查！'];
    // A small generator of its own, so that a failure can be looked at again.
    let seed = 7;
    const next = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
    for (let run = 0; run < 300; run++) {
      const make = () => Array.from({ length: next(8) }, () => sentences[next(sentences.length)]).join('');
      const [before, after] = [make(), make()];
      const pieces = diffWords(before, after);
      expect(side(pieces, 'added')).toBe(before);
      expect(side(pieces, 'removed')).toBe(after);
      pieces.slice(1).forEach((one, i) => expect(one.kind).not.toBe(pieces[i]?.kind));
    }
  });

  test('stays quick for long texts, by going over to sentences', () => {
    const many = (word: string) => Array.from({ length: 1500 }, (_, i) => `第${i}条${word}要求。`).join('');
    const before = many('安全');
    const after = many('消防');
    const pieces = diffWords(before, `${after}完。`);
    expect(side(pieces, 'added')).toBe(before);
    expect(side(pieces, 'removed')).toBe(`${after}完。`);
  });

  test('gives up on texts that have nothing in common and no end', () => {
    const pieces = diffWords('甲。'.repeat(2000), '乙。'.repeat(2000));
    expect(pieces.map((one) => one.kind)).toEqual(['removed', 'added', 'same']);
  });
});
