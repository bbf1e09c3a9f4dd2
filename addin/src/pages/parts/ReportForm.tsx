import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { call } from '../../api/client';
import { forgetStandings } from '../../api/supervision';
import type { Part, ReportsAnswer, ReportState } from '../../api/types';
import { MeContext } from '../../app/me';
import { Bar } from '../../components/Bar';
import { EvidenceField } from '../../components/EvidenceField';
import { useKept } from '../../components/kept';
import { ProblemBar } from '../../components/ProblemBar';
import { standingNames } from '../../components/standing';
import { useOnce } from '../../components/useOnce';
import { firstDraft, isPercent, isTouched, reportOf, type ReportDraft } from './reportDraft';
import { words } from './words';

const states: readonly ReportState[] = ['inProgress', 'done', 'notStarted', 'notApplicable'];

/** Reports on a part. What is typed stays until it is sent: through a failure, a closed drawer and a page loaded anew. */
export function ReportForm({ plan, part, onSent }: { plan: string; part: Part; onSent: (note: string) => void }) {
  const queries = useQueryClient();
  const me = useContext(MeContext);
  const first = firstDraft(part, me.name);
  const [kept, setKept, forget] = useKept<ReportDraft | null>(`report:${part.taskId}:${part.body}`, null);
  const [wasKept, setWasKept] = useState(kept !== null);
  const draft = kept ?? first;
  const once = useOnce();
  const send = useMutation({
    mutationFn: () => {
      const json = { reports: [reportOf(part, draft)] };
      return call<ReportsAnswer>(`plans/${plan}/reports`, { method: 'POST', json, once: once(json), tries: 2 });
    },
    onSuccess: async (answer) => {
      forget();
      setWasKept(false);
      onSent(answer.added > 0 ? words.sent : words.known);
      await forgetStandings(queries);
    },
  });
  const set = (change: Partial<ReportDraft>) => {
    onSent('');
    setKept({ ...draft, ...change });
  };
  const isGood = isPercent(draft.percent);
  return (
    <form
      className="paper form"
      aria-label={words.report}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) send.mutate();
      }}
    >
      <h3>{words.report}</h3>
      {wasKept && isTouched(draft, first) && <Bar tone="note">{words.kept}</Bar>}
      <Field label={words.reportState}>
        <RadioGroup
          className="part-states"
          layout="horizontal"
          value={draft.state}
          onChange={(_, data) => set({ state: data.value as ReportState })}
        >
          {states.map((state) => (
            <Radio key={state} value={state} label={standingNames[state]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={words.reportProgress}>
        <Textarea rows={4} resize="vertical" value={draft.progress} onChange={(_, data) => set({ progress: data.value })} />
      </Field>
      <div className="filters">
        <Field
          label={words.reportPercent}
          hint={words.percentHint}
          {...(isGood ? {} : { validationMessage: words.percentBad, validationState: 'error' as const })}
        >
          <Input inputMode="numeric" value={draft.percent} onChange={(_, data) => set({ percent: data.value })} />
        </Field>
        <Field label={words.reportOn} hint={words.onHint}>
          <Input type="date" value={draft.on} onChange={(_, data) => set({ on: data.value })} />
        </Field>
        <Field label={words.reporter}>
          <Input value={draft.reporter} onChange={(_, data) => set({ reporter: data.value })} />
        </Field>
      </div>
      <EvidenceField label={words.evidence} hint={words.evidenceHint} value={draft.evidence} onChange={(evidence) => set({ evidence })} />
      {send.error && <ProblemBar error={send.error} />}
      <div className="line">
        <Button type="submit" appearance="primary" disabled={!isGood} disabledFocusable={send.isPending}>
          {send.isPending ? words.sending : words.send}
        </Button>
        {isTouched(draft, first) && (
          <Button
            onClick={() => {
              forget();
              setWasKept(false);
              send.reset();
            }}
          >
            {words.discard}
          </Button>
        )}
      </div>
    </form>
  );
}
