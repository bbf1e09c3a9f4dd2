import { Button, Card, Field, Input, makeStyles, MessageBar, MessageBarBody, Select, Text, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call } from '../../api/client';
import { useDirectory } from '../../api/queries';
import type { Role, Task } from '../../api/types';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { changeOf, draftOf, isChanged, type PartyDraft, type TaskDraft } from './taskDraft';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '14px', paddingBottom: '24px' },
  row: { display: 'grid', gridTemplateColumns: '100px 1fr auto', gap: '8px', alignItems: 'center' },
  fieldset: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  buttons: { display: 'flex', gap: '12px', flexWrap: 'wrap' },
  button: { whiteSpace: 'nowrap', minWidth: 'auto' },
});

/** Changes a task. Where somebody else was faster, what they did is shown and nothing that was typed is lost. */
export function TaskForm({ task, county, onClose }: { task: Task; county: string; onClose: () => void }) {
  const styles = useStyles();
  const queries = useQueryClient();
  const [seen] = useState(task);
  const [version, setVersion] = useState(task.version);
  const [draft, setDraft] = useState<TaskDraft>(() => draftOf(task));
  const [reason, setReason] = useState('');
  const [current, setCurrent] = useState<Task | null>(null);
  const save = useMutation({
    mutationFn: () => call<Task>(`tasks/${task.id}`, { method: 'PATCH', json: changeOf(seen, draft, reason), version }),
    onSuccess: () => {
      void queries.invalidateQueries();
      onClose();
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.problem.status !== 412) return;
      const now = error.problem.current as Task;
      setCurrent(now);
      setVersion(now.version);
    },
  });
  const set = (change: Partial<TaskDraft>) => setDraft({ ...draft, ...change });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {current ? <Overtaken current={current} /> : save.error && <ProblemBar error={save.error} />}
      <Field label={zh.tasks.title}>
        <Input value={draft.title} onChange={(_, data) => set({ title: data.value })} />
      </Field>
      <Field label={zh.tasks.text}>
        <Textarea rows={6} resize="vertical" value={draft.text} onChange={(_, data) => set({ text: data.value })} />
      </Field>
      <Parties parties={draft.parties} county={county} onChange={(parties) => set({ parties })} />
      <Deadlines deadlines={draft.deadlines} onChange={(deadlines) => set({ deadlines })} />
      <Field label={zh.tasks.reason} required>
        <Input value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={reason.trim() === '' || !isChanged(seen, draft) || save.isPending}>
          {zh.tasks.save}
        </Button>
        <Button onClick={onClose}>{zh.tasks.cancel}</Button>
      </div>
    </form>
  );
}

function Overtaken({ current }: { current: Task }) {
  return (
    <>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          {zh.tasks.stale} {zh.tasks.staleHint}
        </MessageBarBody>
      </MessageBar>
      <Card>
        <Text weight="semibold">{zh.tasks.now}</Text>
        <Text>{current.title}</Text>
        <Text>{current.text}</Text>
        <Text>{current.parties.map((party) => `${zh.tasks.roles[party.role] ?? ''} ${party.body}`).join('；')}</Text>
        <Text>{current.deadlines.map((deadline) => deadline.text).join('、')}</Text>
      </Card>
    </>
  );
}

function Parties({ parties, county, onChange }: { parties: PartyDraft[]; county: string; onChange: (parties: PartyDraft[]) => void }) {
  const styles = useStyles();
  const directory = useDirectory(county);
  const groups = directory.data?.groups.map((group) => group.name) ?? [];
  const put = (i: number, change: Partial<PartyDraft>) =>
    onChange(parties.map((party, at) => (at === i ? { ...party, ...change } : party)));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{zh.tasks.parties}</legend>
      <datalist id="known-bodies">
        {[...(directory.data?.bodies.map((body) => body.name) ?? []), ...groups].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {parties.map((party, i) => (
        <div key={i} className={styles.row}>
          <Select aria-label={zh.tasks.role} value={party.role} onChange={(_, data) => put(i, { role: data.value as Role })}>
            {Object.entries(zh.tasks.roles).map(([role, name]) => (
              <option key={role} value={role}>
                {name}
              </option>
            ))}
          </Select>
          <Input
            aria-label={zh.tasks.bodyName}
            list="known-bodies"
            value={party.body}
            onChange={(_, data) => put(i, { body: data.value, isGroup: groups.includes(data.value.trim()) })}
          />
          <Button
            className={styles.button}
            aria-label={`${zh.tasks.remove} ${party.body}`}
            onClick={() => onChange(parties.filter((_, at) => at !== i))}
          >
            {zh.tasks.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...parties, { role: 'responsible', mention: '', body: '', isGroup: false }])}>
          {zh.tasks.add}
        </Button>
      </div>
    </fieldset>
  );
}

function Deadlines({ deadlines, onChange }: { deadlines: TaskDraft['deadlines']; onChange: (deadlines: TaskDraft['deadlines']) => void }) {
  const styles = useStyles();
  const put = (i: number, change: Partial<TaskDraft['deadlines'][number]>) =>
    onChange(deadlines.map((deadline, at) => (at === i ? { ...deadline, ...change } : deadline)));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{zh.tasks.deadlines}</legend>
      {deadlines.map((deadline, i) => (
        <div key={i} className={styles.row} style={{ gridTemplateColumns: '1fr 150px auto' }}>
          <Input aria-label={zh.tasks.deadlineText} value={deadline.text} onChange={(_, data) => put(i, { text: data.value })} />
          <Input
            aria-label={zh.tasks.deadlineDate}
            type="date"
            value={deadline.due ?? ''}
            onChange={(_, data) => put(i, { due: data.value === '' ? null : data.value })}
          />
          <Button
            className={styles.button}
            aria-label={`${zh.tasks.remove} ${deadline.text}`}
            onClick={() => onChange(deadlines.filter((_, at) => at !== i))}
          >
            {zh.tasks.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...deadlines, { text: '', due: null }])}>{zh.tasks.addDeadline}</Button>
      </div>
    </fieldset>
  );
}
