import { expect, test } from 'vitest';
import { addressOf, parseRoute, type Route } from './route';

const id = '01a20bd8-362e-7266-9792-db76561928ab';

test.each<Route>([
  { page: 'home' },
  { page: 'plan', id, tab: 'matrix' },
  { page: 'plan', id, tab: 'findings' },
  { page: 'plan', id, tab: 'parts', query: 'body=%E5%8E%BF%E5%85%AC%E5%AE%89%E5%B1%80&section=a%2Fb%3F' },
  { page: 'directory' },
  { page: 'templates' },
])('$page is found again by its address', (route) => {
  expect(parseRoute(addressOf(route))).toEqual(route);
});

test.each(['', '#', '#/nothing', '#/plans', '#/plans/12', '#/plans/../x', '#main'])('%s is the first page', (hash) => {
  expect(parseRoute(hash)).toEqual({ page: 'home' });
});

test('a tab that is not there is the first one', () => {
  expect(parseRoute(`#/plans/${id}/nothing`)).toEqual({ page: 'plan', id, tab: 'findings' });
});
