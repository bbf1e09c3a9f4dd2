import { Button, Field, Input, ProgressBar, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { usePlans } from '../../api/queries';
import { Bar } from '../../components/Bar';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { usePaneContext } from '../context';
import { useKept } from '../kept';
import { SendingBar } from '../SendingBar';
import { ImportFindings } from './ImportFindings';
import { useImporting } from './importing';
import { words } from './words';

/** The document in hand is the work points: reads it, and shows beside it what is to be looked at. */
export default function ImportPane() {
  const { port, state, fileName } = usePaneContext();
  const plans = usePlans();
  const [form, setForm] = useKept<{ plan: string; name: string | null }>('import', { plan: '', name: null });
  const name = form.name ?? (fileName || words.file);
  const [note, setNote] = useState('');
  const importing = useImporting(setNote);
  if (state === 'ready' && !port.abilities.hasDocument) return <Bar tone="note">{words.noDocument}</Bar>;
  if (importing.plan !== null) {
    return (
      <>
        <Note text={note} />
        <ImportFindings id={importing.plan} onNote={setNote} />
        <div>
          <Button
            onClick={() => {
              setNote('');
              importing.reset();
            }}
          >
            {words.again}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <span>{words.lead}</span>
      <Field label={words.as}>
        <Select
          value={form.plan}
          title={plans.data?.items.find((plan) => plan.id === form.plan)?.title}
          onChange={(_, data) => setForm({ ...form, plan: data.value })}
        >
          <option value="">{words.fresh}</option>
          {plans.data?.items.map((plan) => (
            <option key={plan.id} value={plan.id}>
              {words.revision(plan.title)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.name}>
        <Input value={name} title={name} onChange={(_, data) => setForm({ ...form, name: data.value })} />
      </Field>
      <SendingBar sending={importing.sending} />
      {importing.refusal !== null && <ProblemBar error={importing.refusal} />}
      {importing.lost !== null && <ProblemBar error={importing.lost} onRetry={importing.again} onClose={importing.close} />}
      <div aria-live="polite">
        {importing.isReading && (
          <>
            <span>{importing.step}</span>
            <ProgressBar aria-label={importing.step} />
          </>
        )}
      </div>
      <div className="p-actions">
        <Button
          appearance="primary"
          disabled={importing.isReading || name.trim() === '' || state !== 'ready'}
          onClick={() => importing.start({ name: name.trim(), plan: form.plan === '' ? null : form.plan })}
        >
          {words.go}
        </Button>
      </div>
    </>
  );
}
