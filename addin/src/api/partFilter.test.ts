import { expect, test } from 'vitest';
import { allParts, fromPartQuery, toPartQuery } from './partFilter';

test('a filter is found again in its address, whatever its names are made of', () => {
  const filter = { body: '县公安局&县应急局', state: 'overdue', section: '（一）深入/学习?', dueTo: '2021-12-31' };
  expect(fromPartQuery(toPartQuery(filter))).toEqual(filter);
});

test('what asks for nothing is left out', () => {
  expect(toPartQuery({ ...allParts, body: ' ', state: 'done' })).toBe('state=done');
  expect(toPartQuery({})).toBe('');
});

test('a day that is none asks for nothing', () => {
  expect(fromPartQuery('dueTo=soon&other=1')).toEqual(allParts);
});
