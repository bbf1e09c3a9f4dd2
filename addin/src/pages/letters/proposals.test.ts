import { describe, expect, it } from 'vitest';
import { byStep, firstReply, issueRequest, keyOf, mostLate, replyRequest, stepsOf, switched } from './proposals';
import { letter, proposal } from './sample';

describe('proposals', () => {
  it('are grouped by step, what presses most first', () => {
    const groups = byStep([
      { ...proposal, step: 'reminder' },
      proposal,
      { ...proposal, step: 'listed' },
      { ...proposal, body: '县应急局' },
    ]);
    expect(groups.map((group) => [group.step, group.proposals.length])).toEqual([
      ['listed', 1],
      ['supervision', 2],
      ['reminder', 1],
    ]);
  });

  it('know what is late longest', () => {
    const matters = [3, -5, 12].flatMap((daysLate) => proposal.matters.map((matter) => ({ ...matter, daysLate })));
    expect(mostLate({ ...proposal, matters })).toBe(12);
  });

  it('are chosen one by one or a step at once', () => {
    const keys = [proposal, { ...proposal, body: '县应急局' }].map(keyOf);
    const all = switched(new Set(), keys, true);
    expect(all.size).toBe(2);
    expect([...switched(all, [keyOf(proposal)], false)]).toEqual(['supervision 县应急局']);
  });
});

describe('letters', () => {
  it('go from step to step, and back only before they are settled', () => {
    const can = (state: typeof letter.state) =>
      Object.entries(stepsOf({ ...letter, state }))
        .filter(([, isPossible]) => isPossible)
        .map(([name]) => name);
    expect(can('drafted')).toEqual(['issue', 'withdraw']);
    expect(can('issued')).toEqual(['reply', 'withdraw']);
    expect(can('replied')).toEqual(['reply', 'close', 'withdraw']);
    expect(can('closed')).toEqual([]);
    expect(can('withdrawn')).toEqual([]);
  });

  it('are issued with what was filled in, the rest left to the service', () => {
    expect(issueRequest([letter], { on: '', replyBy: '', place: null, otherYear: '' }, false)).toEqual({
      letters: [letter.id],
      on: null,
      replyBy: null,
      drive: '',
      folder: '',
      withPdf: false,
      replaceHandEdits: false,
      otherYear: false,
    });
    const place = { drive: '共享', folder: '发文', newFolder: '督办', withPdf: true };
    expect(issueRequest([letter], { on: '2026-11-26', replyBy: '2026-12-10', place, otherYear: '' }, true)).toMatchObject({
      on: '2026-11-26',
      replyBy: '2026-12-10',
      drive: '共享',
      folder: '发文/督办',
      withPdf: true,
      replaceHandEdits: true,
    });
  });

  it('are answered', () => {
    expect(replyRequest({ ...firstReply, text: ' 已整改 ', done: ['t1'] })).toEqual({
      on: null,
      text: '已整改',
      file: null,
      closes: null,
      done: ['t1'],
    });
  });
});
