import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Plan, Task } from '../../api/types';
import { useRights } from '../../app/me';
import { ProblemBar } from '../../components/ProblemBar';
import { usePaneContext } from '../context';
import { readKept, writeKept } from '../kept';
import { addressOf } from '../route';
import { words } from '../words';
import { linesOf, rowsOf } from './taskText';

// The kinds of paper that are about single tasks.
const aboutTasks = ['supervisionLetter', 'reminderLetter', 'listedNotice'] as const;

/** What can be done with the tasks that were chosen. */
export function InsertTasks({
  plan,
  tasks,
  onClear,
  onDone,
}: {
  plan: Plan;
  tasks: Task[];
  onClear: () => void;
  onDone: (note: string) => void;
}) {
  const { port, document } = usePaneContext();
  const { canDraft } = useRights();
  const { isWord, edits } = port.abilities;
  const insert = useMutation({
    mutationFn: (asTable: boolean) => (asTable ? port.insertTable(rowsOf(tasks)) : port.insertLines(linesOf(tasks))),
    onSuccess: () => onDone(isWord ? words.tasks.inserted(tasks.length) : words.tasks.saved(tasks.length)),
  });
  const canInsert = !insert.isPending && (edits || !isWord);
  return (
    <div className="p-actions">
      <span className="p-strong" aria-live="polite">
        {words.tasks.chosen(tasks.length)}
      </span>
      <Button appearance="primary" disabled={!canInsert} onClick={() => insert.mutate(false)}>
        {isWord ? words.tasks.paragraph : words.tasks.paragraphFile}
      </Button>
      <Button disabled={!canInsert} onClick={() => insert.mutate(true)}>
        {isWord ? words.tasks.rows : words.tasks.rowsFile}
      </Button>
      {canDraft && (
        <Button
          onClick={() => {
            const numbers = tasks.map((task) => task.number);
            const form = readKept(document, 'insert') as { kind?: string } | null;
            const kind = aboutTasks.find((one) => one === form?.kind) ?? aboutTasks[0];
            writeKept(document, 'insert', { ...form, kind });
            writeKept(document, `insert-tasks ${plan.id}`, numbers);
            // The paper is about the plan whose tasks they are.
            writeKept(document, 'plan', plan.id);
            window.location.hash = addressOf('insert');
          }}
        >
          {words.tasks.toInsert}
        </Button>
      )}
      <Button appearance="subtle" onClick={onClear}>
        {words.tasks.clear}
      </Button>
      {insert.error && <ProblemBar error={insert.error} />}
    </div>
  );
}
