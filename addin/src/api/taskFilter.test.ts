import { expect, test } from 'vitest';
import { countFilters, toQuery, wholeList } from './taskFilter';

test('members that ask for nothing are left out', () => {
  expect(toQuery(wholeList)).toBe('state=open&sort=number');
  expect(toQuery({ ...wholeList, q: ' 培训 ', body: '县应急局' })).toBe(
    `q=${encodeURIComponent('培训')}&body=${encodeURIComponent('县应急局')}&state=open&sort=number`,
  );
});

test('the order is no filter', () => {
  expect(countFilters(wholeList)).toBe(0);
  expect(countFilters({ ...wholeList, sort: '-due' })).toBe(0);
  expect(countFilters({ ...wholeList, role: 'lead', state: 'closed' })).toBe(2);
});
