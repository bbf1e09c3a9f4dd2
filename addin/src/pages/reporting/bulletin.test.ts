import { expect, test } from 'vitest';
import { bulletinRequest, firstBulletin } from './bulletin';

test('a line is a requirement, an empty one is none', () => {
  expect(bulletinRequest({ ...firstBulletin, requirements: ' 压实责任。\n\n  \n加快进度。', takesNumber: true })).toEqual({
    on: null,
    ranked: true,
    requirements: ['压实责任。', '加快进度。'],
    number: true,
  });
  expect(bulletinRequest({ ...firstBulletin, on: '2026-11-26', isRanked: false })).toEqual({
    on: '2026-11-26',
    ranked: false,
    requirements: [],
    number: false,
  });
});
