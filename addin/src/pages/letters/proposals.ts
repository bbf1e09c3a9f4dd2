import type { IssueRequest, Letter, LetterStep, Proposal, ReplyRequest, Evidence } from '../../api/types';
import { folderOf, type Place } from '../documents/filing';

const steps: readonly LetterStep[] = ['listed', 'supervision', 'reminder'];

/** Proposals by step, what presses most first; steps without any are left out. */
export function byStep(proposals: readonly Proposal[]): { step: LetterStep; proposals: Proposal[] }[] {
  return steps
    .map((step) => ({ step, proposals: proposals.filter((proposal) => proposal.step === step) }))
    .filter((group) => group.proposals.length > 0);
}

/** What a proposal is known by. */
export function keyOf(proposal: { step: LetterStep; body: string }): string {
  return `${proposal.step} ${proposal.body}`;
}

/** How many days the matter that is late longest is late; below 0 for what is still to come. */
export function mostLate(proposal: Proposal): number {
  return Math.max(...proposal.matters.map((matter) => matter.daysLate));
}

/** A selection with some of it switched. */
export function switched(chosen: ReadonlySet<string>, keys: readonly string[], isOn: boolean): Set<string> {
  const next = new Set(chosen);
  for (const key of keys) {
    if (isOn) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** What can be done with a letter. */
export function stepsOf(letter: Letter): { issue: boolean; reply: boolean; close: boolean; withdraw: boolean } {
  return {
    issue: letter.state === 'drafted',
    reply: letter.state === 'issued' || letter.state === 'replied',
    close: letter.state === 'replied',
    withdraw: letter.state === 'drafted' || letter.state === 'issued' || letter.state === 'replied',
  };
}

/** How letters are issued, as a person has it on the screen. */
export interface IssueDraft {
  on: string;
  replyBy: string;
  place: Place | null;
  /** The year other than this one of which numbers were agreed to; empty where none was. */
  otherYear: string;
}

/** The year of a day, where it is not that of today and so has to be agreed to; empty otherwise. */
export function otherYearOf(on: string, today: string | undefined): string {
  return on === '' || today === undefined || yearOf(on) === yearOf(today) ? '' : yearOf(on);
}

const yearOf = (day: string) => day.slice(0, 4);

/** What is asked of the service. */
export function issueRequest(letters: readonly Letter[], draft: IssueDraft, replaceHandEdits: boolean): IssueRequest {
  return {
    letters: letters.map((letter) => letter.id),
    on: draft.on || null,
    replyBy: draft.replyBy || null,
    drive: draft.place?.drive ?? '',
    folder: draft.place ? folderOf(draft.place) : '',
    withPdf: draft.place?.withPdf ?? false,
    replaceHandEdits,
    otherYear: draft.otherYear !== '' && draft.otherYear === yearOf(draft.on),
  };
}

/** An answer, as a person has it on the screen. */
export interface ReplyDraft {
  on: string;
  text: string;
  file: Evidence | null;
  /** Whether the letter is settled by it; null while nobody has said: it is when none of its tasks is left open. */
  closes: boolean | null;
  done: string[];
}

/** The tasks that an answer leaves open. */
export const leftOpen = (letter: Letter, draft: ReplyDraft) =>
  letter.matters.filter((matter) => matter.isOpen && !draft.done.includes(matter.taskId));

/** What an answer begins with: what is usual. */
export const firstReply: ReplyDraft = { on: '', text: '', file: null, closes: null, done: [] };

/** What is asked of the service. */
export function replyRequest(draft: ReplyDraft): ReplyRequest {
  return { on: draft.on || null, text: draft.text.trim(), file: draft.file, closes: draft.closes, done: draft.done };
}
