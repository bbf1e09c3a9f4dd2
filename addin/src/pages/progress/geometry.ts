import type { Counts, NamedCounts, Standing } from '../../api/types';
import { standings } from '../../components/standing';

/** A piece of a bar, in hundredths of its length. */
export interface Segment {
  state: Standing;
  x: number;
  width: number;
}

/** The pieces of a stacked bar that is 100 long; states of none have no piece. */
export function segments(counts: Counts): Segment[] {
  if (counts.total <= 0) return [];
  let x = 0;
  return standings
    .filter((state) => counts[state] > 0)
    .map((state) => {
      const width = (counts[state] / counts.total) * 100;
      const segment = { state, x, width };
      x += width;
      return segment;
    });
}

/** The round number that an axis ends with, four equal steps of whole numbers above nothing. */
export function axisTop(most: number): number {
  const step = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 1.5, 2, 2.5, 3, 4, 5, 10].find((one) => one * power >= step && Number.isInteger(one * power)) ?? 10;
  return nice * power * 4;
}

/** Where things are drawn: the inside of a picture. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The places of a line's values, evenly from left to right; a single value stands in the middle. */
export function pointsOf(values: readonly number[], most: number, box: Box): Point[] {
  return values.map((value, i) => ({
    x: values.length === 1 ? box.left + box.width / 2 : box.left + (box.width * i) / (values.length - 1),
    y: box.top + box.height * (1 - value / most),
  }));
}

/** The line through points, as SVG draws it. */
export function lineThrough(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

/** Moves labels that would lie over each other apart, downwards and then back above the lowest place; their order stays. */
export function spread(places: readonly number[], gap: number, lowest: number): number[] {
  const order = places.map((_, i) => i).sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
  const moved = [...places];
  let last = -Infinity;
  for (const i of order) last = moved[i] = Math.max(moved[i] ?? 0, last + gap);
  let next = lowest;
  for (const i of order.reverse()) {
    moved[i] = Math.min(moved[i] ?? 0, next);
    next = (moved[i] ?? 0) - gap;
  }
  return moved;
}

/** What a heat map shows. */
export type Measure = 'rate' | 'overdue';

/** How full the colour of a cell is, 0 to 5; null where nothing can be told. */
export function heatStep(counts: Counts, measure: Measure, most: number): number | null {
  if (measure === 'rate') return counts.rate === null ? null : counts.rate === 100 ? 5 : Math.floor(counts.rate / 20);
  return counts.overdue === 0 ? 0 : Math.max(1, Math.ceil((counts.overdue / Math.max(1, most)) * 5));
}

/** How rows can be ordered. */
export type Order = 'given' | 'overdue' | 'rate';

/** Rows in an order; equals stay as they were, and those without a rate come last. */
export function inOrder(rows: readonly NamedCounts[], order: Order): NamedCounts[] {
  if (order === 'overdue') return rows.toSorted((one, other) => other.counts.overdue - one.counts.overdue);
  if (order === 'rate') return rows.toSorted((one, other) => (one.counts.rate ?? 101) - (other.counts.rate ?? 101));
  return [...rows];
}

/** The last day of the month of a day. */
export function endOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
