import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useMatrix } from '../../api/queries';
import type { Plan } from '../../api/types';
import { ProblemBar } from '../../components/ProblemBar';
import { kindOf } from './kinds';
import type { OrderForm } from './order';
import { TaskPicker } from './TaskPicker';
import { words } from './words';

type Change = (change: Partial<OrderForm>) => void;

/** For whom the paper is, and what stands on every paper. */
export function OrderFields({ plan, form, onChange }: { plan: Plan; form: OrderForm; onChange: Change }) {
  const kind = kindOf(form.kind);
  return (
    <>
      {kind.hasBody && <BodyField plan={plan} body={form.body} onChange={(body) => onChange({ body })} />}
      {kind.tasks !== 'none' && <TaskPicker plan={plan} chosen={form.tasks} onChange={(tasks) => onChange({ tasks })} />}
      <div className="p-pair">
        <Field label={words.date}>
          <Input type="date" value={form.date} onChange={(_, data) => onChange({ date: data.value })} />
        </Field>
        {kind.hasReply && (
          <Field label={words.replyBy}>
            <Input type="date" value={form.replyBy} onChange={(_, data) => onChange({ replyBy: data.value })} />
          </Field>
        )}
      </div>
      <details>
        <summary>{words.more}</summary>
        <div className="p-stack">
          {kind.isLetter && (
            <Field label={words.addressees} hint={words.addresseesHint}>
              <Textarea rows={2} value={form.addressees} onChange={(_, data) => onChange({ addressees: data.value })} />
            </Field>
          )}
          <Field label={words.urgency}>
            <Select value={form.urgency} onChange={(_, data) => onChange({ urgency: data.value })}>
              <option value="">{words.none}</option>
              <option>特急</option>
              <option>加急</option>
            </Select>
          </Field>
          {kind.hasBody && (
            <Field label={words.replySlip}>
              <Select value={form.replySlip} onChange={(_, data) => onChange({ replySlip: data.value as OrderForm['replySlip'] })}>
                {Object.entries(words.slip).map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      </details>
    </>
  );
}

function BodyField({ plan, body, onChange }: { plan: Plan; body: string; onChange: (body: string) => void }) {
  const matrix = useMatrix(plan.id);
  const known = matrix.data?.bodies.map((one) => one.name) ?? [];
  const bodies = body === '' || known.includes(body) ? known : [body, ...known];
  return (
    <>
      <Field label={words.body} required>
        <Select value={body} title={body} onChange={(_, data) => onChange(data.value)}>
          <option value="">{words.choose}</option>
          {bodies.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      {matrix.error && <ProblemBar error={matrix.error} onRetry={() => void matrix.refetch()} />}
    </>
  );
}
