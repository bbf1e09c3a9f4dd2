import { describe, expect, it } from 'vitest';
import type { Counts } from '../../api/types';
import { axisTop, endOfMonth, heatStep, inOrder, lineThrough, pointsOf, segments, spread } from './geometry';

const counts = (done: number, inProgress: number, notStarted: number, overdue: number, notApplicable = 0): Counts => {
  const total = done + inProgress + notStarted + overdue + notApplicable;
  const counted = total - notApplicable;
  return { done, inProgress, notStarted, overdue, notApplicable, total, rate: counted > 0 ? Math.round((100 * done) / counted) : null };
};

describe('stacked bars', () => {
  it('fill their length, each state in its place, none for none', () => {
    const all = segments(counts(1, 0, 2, 1));
    expect(all.map((one) => one.state)).toEqual(['done', 'notStarted', 'overdue']);
    expect(all.map((one) => one.x)).toEqual([0, 25, 75]);
    expect(all.reduce((sum, one) => sum + one.width, 0)).toBeCloseTo(100);
    expect(segments(counts(0, 0, 0, 0))).toEqual([]);
  });

  it('are ordered by what presses most, equals as they were', () => {
    const rows = [
      { name: '甲', counts: counts(1, 0, 0, 1) },
      { name: '乙', counts: counts(0, 0, 0, 3) },
      { name: '丙', counts: counts(0, 0, 0, 0, 2) },
      { name: '丁', counts: counts(1, 0, 0, 1) },
    ];
    expect(inOrder(rows, 'overdue').map((row) => row.name)).toEqual(['乙', '甲', '丁', '丙']);
    expect(inOrder(rows, 'rate').map((row) => row.name)).toEqual(['乙', '甲', '丁', '丙']);
    expect(inOrder(rows, 'given')).toEqual(rows);
  });
});

describe('the line chart', () => {
  it.each([
    [0, 4],
    [3, 4],
    [5, 8],
    [60, 60],
    [454, 600],
    [100, 100],
    [975, 1000],
    [1001, 1200],
  ])('has room for %i below %i', (most, top) => expect(axisTop(most)).toBe(top));

  it('goes from edge to edge, and a single month stands in the middle', () => {
    const box = { left: 10, top: 20, width: 100, height: 50 };
    expect(pointsOf([0, 4, 2], 4, box)).toEqual([
      { x: 10, y: 70 },
      { x: 60, y: 20 },
      { x: 110, y: 45 },
    ]);
    expect(pointsOf([4], 4, box)).toEqual([{ x: 60, y: 20 }]);
    expect(lineThrough(pointsOf([0, 4], 4, box))).toBe('M10.0 70.0L110.0 20.0');
  });

  it('keeps labels apart and inside', () => {
    expect(spread([100, 100, 20], 15, 100)).toEqual([85, 100, 20]);
    expect(spread([10, 50], 15, 100)).toEqual([10, 50]);
  });
});

describe('the heat map', () => {
  it('is fuller where more is done, or more is late', () => {
    expect([0, 1, 2, 4].map((done) => heatStep(counts(done, 0, 4 - done, 0), 'rate', 0))).toEqual([0, 1, 2, 5]);
    expect(heatStep(counts(0, 0, 0, 0, 3), 'rate', 0)).toBeNull();
    expect([0, 1, 10].map((late) => heatStep(counts(0, 0, 0, late), 'overdue', 10))).toEqual([0, 1, 5]);
  });
});

it('knows the ends of months', () => {
  expect(['2026-11-26', '2024-02-01', '2021-12-31'].map(endOfMonth)).toEqual(['2026-11-30', '2024-02-29', '2021-12-31']);
});
