import { expect, test } from 'vitest';
import { clearNote, leaveNote, noteFor } from './note';

test('a word is for one plan and may be asked for more than once', () => {
  leaveNote('a', '已导入');
  expect([noteFor('a'), noteFor('a'), noteFor('b')]).toEqual(['已导入', '已导入', '']);
  clearNote();
  expect(noteFor('a')).toBe('');
});
