import type { Evidence, Part, ReportChange, ReportState } from '../../api/types';

/** A report as a person has it on the screen. */
export interface ReportDraft {
  state: ReportState;
  percent: string;
  progress: string;
  /** Empty for today. */
  on: string;
  reporter: string;
  evidence: Evidence | null;
}

/** The draft that a report on a part begins with: where it stands, but what is late is not what a body reports. */
export function firstDraft(part: Part, reporter: string): ReportDraft {
  const state = part.state === 'overdue' ? 'inProgress' : part.state;
  return { state, percent: part.percent === null ? '' : String(part.percent), progress: '', on: '', reporter, evidence: null };
}

/** Whether a percentage can be sent: a whole number from 0 to 100, or nothing. */
export function isPercent(text: string): boolean {
  return text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 100);
}

/** What to send. */
export function reportOf(part: Part, draft: ReportDraft): ReportChange {
  return {
    taskId: part.taskId,
    body: part.body,
    state: draft.state,
    on: draft.on === '' ? null : draft.on,
    percent: draft.percent.trim() === '' ? null : Number(draft.percent),
    progress: draft.progress.trim(),
    reporter: draft.reporter.trim(),
    evidence: draft.evidence,
  };
}

/** Whether a person has put anything into a draft. */
export function isTouched(draft: ReportDraft, first: ReportDraft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(first);
}
