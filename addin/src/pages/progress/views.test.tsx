import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Counts, Figures } from '../../api/types';
import { show } from '../../components/testing';
import { HeatMap } from './HeatMap';
import { StackedBars } from './StackedBars';
import { TrendChart } from './TrendChart';

const none: Counts = { done: 0, inProgress: 0, notStarted: 0, overdue: 0, notApplicable: 0, total: 0, rate: null };
const half: Counts = { ...none, done: 1, overdue: 1, total: 2, rate: 50 };
const late: Counts = { ...none, overdue: 4, total: 4, rate: 0 };
const figures: Figures = {
  tasks: half,
  parts: half,
  sections: [
    { name: '（一）责任', counts: half },
    { name: '（二）整治', counts: late },
  ],
  bodies: [
    { name: '县公安局', counts: half },
    { name: '县应急局', counts: late },
  ],
  heat: [
    { body: 0, section: 0, counts: half },
    { body: 1, section: 1, counts: late },
  ],
  trend: [
    { day: '2021-01-31', counts: none },
    { day: '2021-02-28', counts: half },
  ],
};

test('a cell of the map says all of it by its name, shows a number, and leads to its parts', async () => {
  show(<HeatMap figures={figures} addressFor={(body, section) => `#${body}/${section}`} />);
  const cell = screen.getByRole('link', { name: '县公安局，（一）责任：已完成 1 项，已逾期 1 项，完成率 50%' });
  expect(cell.textContent).toBe('50%');
  expect(decodeURIComponent(cell.getAttribute('href') ?? '')).toBe('#县公安局/（一）责任');
  expect(screen.getAllByRole('img', { name: '没有分工' })).toHaveLength(2);
  await userEvent.click(screen.getByRole('radio', { name: '逾期项数' }));
  expect(screen.getByRole('link', { name: /县应急局/ }).textContent).toBe('4');
});

test('bars have their numbers beside them', () => {
  show(<StackedBars label="各单位" heading="单位" rows={figures.bodies} addressFor={(name) => `#${name}`} />);
  const row = screen.getByRole('row', { name: /县公安局/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['', '50%', '1', '0', '0', '1', '0', '2']);
  expect(row.querySelectorAll('rect')).toHaveLength(2);
});

test('the lines are told in words, and every number stands in a table', async () => {
  show(<TrendChart trend={figures.trend} />);
  expect(screen.getByRole('img', { name: /2021-01-31 到 2021-02-28 .*已完成 1 项，推进中 0 项，已逾期 1 项/ })).toBeTruthy();
  await userEvent.click(screen.getByText('看数字'));
  expect(screen.getByRole('row', { name: '2021-02-28 1 0 0 1 0 50%' })).toBeTruthy();
});

test('a year that has not begun has no lines', () => {
  show(<TrendChart trend={[]} />);
  expect(screen.queryByRole('img')).toBeNull();
});
