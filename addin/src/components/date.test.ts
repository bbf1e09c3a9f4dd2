import { expect, test } from 'vitest';
import { clock, moment } from './date';

test('moments are told in the time of the office', () => {
  expect(moment('2026-12-31T16:05:00Z')).toBe('2027年1月1日 00:05');
  expect(clock('2026-12-31T15:59:00Z')).toBe('23:59');
});
