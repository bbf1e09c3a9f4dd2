import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { call } from '../../api/client';
import { useInfo } from '../../api/queries';
import { forgetStandings, useProgress } from '../../api/supervision';
import type { Collected, Plan } from '../../api/types';
import { useRights } from '../../app/me';
import { FileButton } from '../../components/FileButton';
import { ProblemBar } from '../../components/ProblemBar';
import '../../components/rows.css';
import { save } from '../../components/save';
import '../../components/standing.css';
import './collect.css';
import { ReturnedCard } from './ReturnedCard';
import { after, isToWrite, type Returned } from './returned';
import { words } from './words';

/** Workbooks for bodies to fill in: sent out, and taken back. */
export default function CollectTab({ plan }: { plan: Plan }) {
  return (
    <div className="sheet">
      <Outgoing plan={plan} />
      <Incoming plan={plan} />
    </div>
  );
}

function Outgoing({ plan }: { plan: Plan }) {
  const { canDraft } = useRights();
  const progress = useProgress(plan.id);
  const [replyBy, setReplyBy] = useState('');
  const [chosen, setChosen] = useState('');
  const bodies = progress.data?.figures.bodies.map((body) => body.name) ?? [];
  // A body gets its own, and has nothing to choose.
  const body = canDraft ? chosen : (bodies[0] ?? '');
  const day = replyBy === '' ? {} : { replyBy };
  const all = useMutation({
    mutationFn: () => save(`plans/${plan.id}/collect.zip?${new URLSearchParams(day).toString()}`, words.zipName(plan.title)),
  });
  const one = useMutation({
    mutationFn: () => save(`plans/${plan.id}/collect?${new URLSearchParams({ body, ...day }).toString()}`, words.oneName(plan.title, body)),
  });
  return (
    <section className="paper">
      <h2>{canDraft ? words.out : words.own}</h2>
      <p className="small">{canDraft ? words.outHint : words.ownHint}</p>
      <div className="form">
        {canDraft && (
          <Field className="collect-day" label={words.replyBy} hint={words.replyByHint}>
            <Input type="date" value={replyBy} onChange={(_, data) => setReplyBy(data.value)} />
          </Field>
        )}
        <div className="line line-end">
          {canDraft && (
            <>
              <Button appearance="primary" disabledFocusable={all.isPending} onClick={() => all.mutate()}>
                {words.all}
              </Button>
              <Field label={words.body}>
                <Select value={chosen} onChange={(_, data) => setChosen(data.value)}>
                  <option value="">{words.chooseBody}</option>
                  {bodies.map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </Select>
              </Field>
            </>
          )}
          <Button appearance={canDraft ? 'secondary' : 'primary'} disabled={body === '' || one.isPending} onClick={() => one.mutate()}>
            {canDraft ? words.one : words.ownOne}
          </Button>
        </div>
        {[progress.error, all.error, one.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
      </div>
    </section>
  );
}

function Incoming({ plan }: { plan: Plan }) {
  const queries = useQueryClient();
  const info = useInfo();
  const [all, tell] = useReducer(after, []);

  async function ask(id: string, file: File, apply: boolean): Promise<void> {
    try {
      const most = info.data?.maxUploadBytes ?? Infinity;
      if (file.size > most) throw new Error(words.tooLarge(Math.floor(most / 1024 / 1024)));
      const query = new URLSearchParams({ name: file.name, apply: String(apply) });
      const answer = await call<Collected>(`plans/${plan.id}/collect?${query.toString()}`, { method: 'POST', file, patience: 0 });
      tell({ kind: 'answered', id, answer });
      if (apply) await forgetStandings(queries);
    } catch (error) {
      tell({ kind: 'failed', id, error });
    }
  }

  function take(file: File): void {
    const id = crypto.randomUUID();
    tell({ kind: 'chosen', id, file });
    void ask(id, file, false);
  }

  async function write(chosen: readonly Returned[]): Promise<void> {
    for (const { id } of chosen) tell({ kind: 'writing', id });
    // One after another: each is judged by what the ones before it have left.
    for (const { id, file } of chosen) await ask(id, file, true);
  }

  const ready = all.filter(isToWrite);
  return (
    <section className="paper">
      <h2>{words.back}</h2>
      <p className="small">{words.backHint}</p>
      <div className="line">
        <FileButton label={words.choose} accept=".xlsx,.xls" isMany onFile={take} />
        {ready.length > 1 && (
          <Button appearance="primary" onClick={() => void write(ready)}>
            {words.applyAll(ready.length)}
          </Button>
        )}
      </div>
      {all.map((one) => (
        <ReturnedCard
          key={one.id}
          returned={one}
          onRead={() => void ask(one.id, one.file, false)}
          onWrite={() => void write([one])}
          onRemove={() => tell({ kind: 'removed', id: one.id })}
        />
      ))}
    </section>
  );
}
