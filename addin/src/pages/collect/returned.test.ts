import { describe, expect, it } from 'vitest';
import type { Collected } from '../../api/types';
import { after, isToWrite, type Returned } from './returned';

const file = new File(['x'], '县公安局.xlsx');
const answer = { file: file.name, changes: [{}], unplaced: [], known: 0, blank: 2, applied: false } as unknown as Collected;
const reading = after([], { kind: 'chosen', id: 'a', file });

describe('workbooks that came back', () => {
  it('are read, seen, written', () => {
    expect(reading[0]?.step).toBe('reading');
    const seen = after(reading, { kind: 'answered', id: 'a', answer });
    expect(seen.map(isToWrite)).toEqual([true]);
    const writing = after(seen, { kind: 'writing', id: 'a' });
    expect(writing.map(isToWrite)).toEqual([false]);
    const written = after(writing, { kind: 'answered', id: 'a', answer: { ...answer, applied: true } });
    expect(written[0]?.step).toBe('written');
  });

  it('keep what was seen through a failure', () => {
    const seen = after(reading, { kind: 'answered', id: 'a', answer });
    const failed = after(after(seen, { kind: 'writing', id: 'a' }), { kind: 'failed', id: 'a', error: new Error('连不上') });
    expect(failed[0]).toMatchObject({ step: 'seen', answer });
    expect(failed.map(isToWrite)).toEqual([true]);
  });

  it('chosen again take the place of the earlier one, others stay', () => {
    const other: Returned = { id: 'b', file: new File([''], '县应急局.xlsx'), step: 'seen', answer, error: null };
    const again = after([...reading, other], { kind: 'chosen', id: 'c', file });
    expect(again.map((one) => one.id)).toEqual(['b', 'c']);
    expect(after(again, { kind: 'removed', id: 'b' }).map((one) => one.id)).toEqual(['c']);
  });

  it('without anything new have nothing to write', () => {
    const seen = after(reading, { kind: 'answered', id: 'a', answer: { ...answer, changes: [] } });
    expect(seen.map(isToWrite)).toEqual([false]);
  });
});
