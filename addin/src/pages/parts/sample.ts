import type { Part } from '../../api/types';

/** A part for tests. */
export const part: Part = {
  taskId: '01a20bd8-362e-7266-9792-db76561928ab',
  number: '1.1',
  section: '（一）压实责任',
  title: '建立清单',
  text: '建立责任清单。',
  body: '县公安局',
  role: 'lead',
  group: '',
  state: 'overdue',
  taskState: 'overdue',
  percent: null,
  due: '2021-12-31',
  dueText: '',
  dueBasis: 'assumed',
  daysLate: 12,
  progress: '',
  reportedOn: null,
  reports: 0,
};
