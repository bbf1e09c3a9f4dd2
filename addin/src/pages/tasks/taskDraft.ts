import type { Deadline, Role, Task, TaskChange } from '../../api/types';

/** A party as a person types it. */
export interface PartyDraft {
  role: Role;
  mention: string;
  body: string;
  isGroup: boolean;
}

/** A task as a person has it on the screen while changing it. */
export interface TaskDraft {
  title: string;
  text: string;
  parties: PartyDraft[];
  deadlines: Deadline[];
}

/** The draft that a task begins with. */
export function draftOf(task: Task): TaskDraft {
  return {
    title: task.title,
    text: task.text,
    parties: task.parties.map(({ role, mention, body, isGroup }) => ({ role, mention, body, isGroup })),
    deadlines: task.deadlines.map(({ text, due }) => ({ text, due })),
  };
}

/** What to send: only what differs from the task as the person first saw it, so that other people's changes stay. */
export function changeOf(seen: Task, draft: TaskDraft, reason: string): TaskChange {
  const first = draftOf(seen);
  const change: TaskChange = { reason: reason.trim() };
  if (draft.title !== first.title) change.title = draft.title.trim();
  if (draft.text !== first.text) change.text = draft.text;
  if (!isSame(draft.parties, first.parties)) {
    change.parties = draft.parties
      .filter((party) => party.body.trim() !== '')
      .map((party) => ({ ...party, body: party.body.trim(), mention: party.mention.trim() || party.body.trim() }));
  }
  if (!isSame(draft.deadlines, first.deadlines)) change.deadlines = draft.deadlines.filter((deadline) => deadline.text.trim() !== '');
  return change;
}

/** Whether a draft differs from the task. */
export function isChanged(seen: Task, draft: TaskDraft): boolean {
  return !isSame(draftOf(seen), draft);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
