import type { Counts, Standing } from '../api/types';

/** Where a part may stand, the best first: the order in which bars and cards show them. */
export const standings = ['done', 'inProgress', 'notStarted', 'overdue', 'notApplicable'] as const satisfies readonly Standing[];

/** What people call it. */
export const standingNames: Record<Standing, string> = {
  done: '已完成',
  inProgress: '推进中',
  notStarted: '未开展',
  overdue: '已逾期',
  notApplicable: '不涉及',
};

/** A sign beside the word, so that no colour has to tell it. */
export const standingSigns: Record<Standing, string> = { done: '✓', inProgress: '▸', notStarted: '○', overdue: '!', notApplicable: '–' };

/** The counts in words, those of nothing left out. */
export function countsInWords(counts: Counts): string {
  const named = standings.filter((state) => counts[state] > 0).map((state) => `${standingNames[state]} ${String(counts[state])} 项`);
  return named.length > 0 ? named.join('，') : '没有任务';
}

/** A share as people write it. */
export function rateText(rate: number | null): string {
  return rate === null ? '—' : `${String(rate)}%`;
}
