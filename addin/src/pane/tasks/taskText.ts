import type { Role, Task } from '../../api/types';
import { words } from '../words';

/** Tasks as paragraphs of a paper: heading, text, and who answers for it; several are numbered. */
export function linesOf(tasks: readonly Task[]): string[] {
  return tasks.map((task, i) => (tasks.length > 1 ? `${String(i + 1)}.` : '') + lineOf(task));
}

/** Tasks as rows of a table, its head first. */
export function rowsOf(tasks: readonly Task[]): string[][] {
  return [
    [...words.tasks.columns],
    ...tasks.map((task, i) => [
      String(i + 1),
      headed(task),
      bodiesOf(task, 'lead', ''),
      ['', bodiesOf(task, 'responsible', ''), bodiesOf(task, 'cooperating', '（配合）'), bodiesOf(task, 'guiding', '（指导）')]
        .filter((names) => names !== '')
        .join('、'),
      task.deadlines.map((deadline) => deadline.text).join('、'),
    ]),
  ];
}

function lineOf(task: Task): string {
  const clause = task.responsibility.trim().replace(/^[（(]|[）)]$/g, '');
  return clause === '' || task.text.includes(clause) ? headed(task) : `${headed(task)}（${clause}）`;
}

function headed(task: Task): string {
  const title = task.title.trim().replace(/[。；：]$/, '');
  const text = task.text.trim();
  return title === '' || text.startsWith(title) ? text : `${title}。${text}`;
}

function bodiesOf(task: Task, role: Role, after: string): string {
  return task.parties
    .filter((party) => party.role === role)
    .map((party) => party.body + after)
    .join('、');
}
