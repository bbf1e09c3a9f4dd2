import type { Letter, Proposal } from '../../api/types';

/** A letter for tests. */
export const letter: Letter = {
  id: '01a20bd8-362e-7266-9792-db76561928ab',
  version: 1,
  planId: 'p',
  documentId: 'd',
  step: 'supervision',
  stepName: '督办函',
  body: '县公安局',
  round: 1,
  state: 'issued',
  stateName: '已发出',
  number: '沂安办督〔2026〕1号',
  issuedOn: '2026-11-01',
  replyBy: '2026-11-10',
  isLate: true,
  repliedOn: null,
  reply: '',
  replyName: '',
  closedOn: null,
  withdrawnBecause: '',
  at: '2026-11-01T00:00:00Z',
  by: '张三',
  matters: [
    { taskId: 't1', number: '1.1', title: '建立清单', due: '2021-12-31', state: 'overdue', isOpen: true },
    { taskId: 't2', number: '2.1', title: '排查隐患', due: '2021-06-30', state: 'done', isOpen: false },
  ],
};

/** A proposal for tests. */
export const proposal: Proposal = {
  step: 'supervision',
  stepName: '督办函',
  body: '县公安局',
  round: 1,
  matters: [{ taskId: 't1', number: '1.1', title: '建立清单', due: '2021-12-31', dueText: '', daysLate: 12 }],
  earlier: [],
};
