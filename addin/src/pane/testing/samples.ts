import type { Job, Part, Plan, Task } from '../../api/types';
import type { PaperMark } from '../../word/port';
import type { PaperHead, PaperInspection, RegionView } from '../api';

export const plan: Plan = {
  id: 'p1',
  version: 1,
  title: '沂源县2021年安全生产工作要点',
  issuer: '沂源县安全生产委员会',
  documentNumber: '源安委发〔2021〕7号',
  year: 2021,
  county: '沂源县',
  revision: 1,
  importedAt: '2021-03-05T00:00:00Z',
  openTasks: 2,
  openFindings: 0,
  documents: 0,
};

export function task(number: string, more: Partial<Task> = {}): Task {
  return {
    id: `t${number}`,
    version: 1,
    planId: 'p1',
    number,
    ordinal: 0,
    item: '1',
    clause: 1,
    section: '（一）压实责任',
    title: '建立清单',
    text: '建立“一企一策”清单。',
    responsibility: '县应急局牵头，县公安局配合',
    location: '第3段',
    state: 'open',
    closedBecause: '',
    parties: [
      { role: 'lead', mention: '县应急局', body: '县应急局', isGroup: false, needsReview: false },
      { role: 'cooperating', mention: '县公安局', body: '县公安局', isGroup: false, needsReview: false },
    ],
    deadlines: [{ text: '6月底前', due: '2021-06-30' }],
    ...more,
  };
}

/** A body's part in a task of the plan. */
export function part(number: string, body: string, more: Partial<Part> = {}): Part {
  return {
    taskId: `t${number}`,
    number,
    section: '（一）压实责任',
    title: '建立清单',
    text: '建立“一企一策”清单。',
    body,
    role: 'lead',
    group: '',
    state: 'notStarted',
    taskState: 'notStarted',
    percent: null,
    due: '2021-06-30',
    dueText: '6月底前',
    dueBasis: 'printed',
    daysLate: 0,
    progress: '',
    reportedOn: null,
    reports: 0,
    ...more,
  };
}

export const mark: PaperMark = {
  id: '3f9a0c51be27',
  revision: 2,
  county: '沂源县',
  year: 2021,
  title: '县应急局任务清单',
  isFragment: false,
  xml: '<paper revision="2"/>',
};

export const paper: PaperHead = {
  identity: '3f9a0c51be27',
  kind: 'task-sheet',
  kindName: '任务清单',
  title: '县应急局任务清单',
  revision: 2,
  county: '沂源县',
  year: 2021,
  bodies: ['县应急局'],
  number: null,
  documentId: 'd1',
};

export function region(name: string, more: Partial<RegionView> = {}): RegionView {
  return {
    name,
    tag: `ys:1:3f9a0c51be27:${name}`,
    title: `任务${name}`,
    state: 'current',
    places: 1,
    before: '原来的文字。',
    text: '原来的文字。',
    now: '原来的文字。',
    isTagged: true,
    ...more,
  };
}

export function inspection(regions: RegionView[], more: Partial<PaperInspection> = {}): PaperInspection {
  return { paper, plan: 'p1', plans: [], regions, outsideChanged: false, ...more };
}

export function job(more: Partial<Job> = {}): Job {
  return {
    id: 'j1',
    version: 1,
    kind: 'draft',
    state: 'done',
    planId: 'p1',
    at: '2021-03-05T00:00:00Z',
    by: '张三',
    endedAt: '2021-03-05T00:00:01Z',
    done: 1,
    total: 1,
    failed: 0,
    current: '',
    isCancelling: false,
    error: '',
    result: null,
    ...more,
  };
}
