import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Plan } from '../../api/types';
import { Bar } from '../../components/Bar';
import { Note } from '../../components/Note';
import { useInspection, usePaneContext } from '../context';
import { useKept } from '../kept';
import { PlanPicker, usePlanChoice } from '../planChoice';
import { Finish } from './Finish';
import { kindOf, kinds } from './kinds';
import { emptyForm, missingIn, orderOf, type OrderForm } from './order';
import { OrderFields } from './OrderFields';
import { Preview } from './Preview';
import { TextFields } from './TextFields';
import { words } from './words';

/** Asks for one paper, shows it, and puts it into a document. */
export default function InsertPane() {
  const { mark } = usePaneContext();
  const inspection = useInspection(null, mark !== null);
  const choice = usePlanChoice(inspection.data?.plan ?? null);
  return (
    <>
      <PlanPicker choice={choice} />
      {choice.plan && <Order key={choice.plan.id} plan={choice.plan} />}
    </>
  );
}

function Order({ plan }: { plan: Plan }) {
  const [kept, keep] = useKept<Partial<OrderForm>>('insert', {});
  // Tasks of another plan bear the same numbers: only they do not go along to it.
  const [tasks, keepTasks] = useKept<string[]>(`insert-tasks ${plan.id}`, []);
  const form: OrderForm = { ...emptyForm, ...kept, tasks };
  const [shown, setShown] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState('');
  const order = orderOf(form);
  const asked = JSON.stringify(order);
  const isShown = shown === asked;
  const change = (change: Partial<OrderForm>) => {
    setNote('');
    setMissing('');
    const { tasks: chosen, ...rest } = { ...form, ...change };
    keep(rest);
    if (chosen !== tasks) keepTasks(chosen);
  };
  return (
    <>
      <Field label={words.kind}>
        <Select value={form.kind} onChange={(_, data) => change({ kind: data.value as OrderForm['kind'], takesNumber: false })}>
          {kinds.map((kind) => (
            <option key={kind.kind} value={kind.kind}>
              {kind.name}
            </option>
          ))}
        </Select>
      </Field>
      <OrderFields plan={plan} form={form} onChange={change} />
      <TextFields fields={kindOf(form.kind).texts} texts={form.texts} onChange={(texts) => change({ texts })} />
      {missing !== '' && (
        <Bar tone="warning" role="alert">
          {missing}
        </Bar>
      )}
      {!isShown && (
        <div className="p-line">
          <Button
            appearance="primary"
            onClick={() => {
              const sentence = missingIn(form);
              setMissing(sentence);
              setNote('');
              if (sentence === '') setShown(asked);
            }}
          >
            {shown === '' ? words.preview : words.again}
          </Button>
          {shown !== '' && <span className="p-small">{words.stale}</span>}
        </div>
      )}
      {isShown && <Preview key={asked} plan={plan.id} order={order} />}
      <Finish
        draft={isShown ? { plan: plan.id, order } : null}
        takesNumber={form.takesNumber}
        onTakesNumber={(takesNumber) => change({ takesNumber })}
        onDone={setNote}
      />
      <Note text={note} />
    </>
  );
}
