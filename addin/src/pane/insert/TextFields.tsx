import { Field, Input, Textarea } from '@fluentui/react-components';
import type { TextField } from './kinds';

/** Asks for what a paper says that does not come from the tasks. */
export function TextFields({
  fields,
  texts,
  onChange,
}: {
  fields: readonly TextField[];
  texts: Record<string, string>;
  onChange: (texts: Record<string, string>) => void;
}) {
  return fields.map(({ name, label, type, isNeeded, hint }) => {
    const value = texts[name] ?? '';
    const set = (text: string) => onChange({ ...texts, [name]: text });
    return (
      <Field key={name} label={label} required={isNeeded} {...(hint === '' ? {} : { hint })}>
        {type === 'line' || type === 'date' ? (
          <Input type={type === 'date' ? 'date' : 'text'} value={value} onChange={(_, data) => set(data.value)} />
        ) : (
          <Textarea rows={type === 'long' ? 10 : 3} resize="vertical" value={value} onChange={(_, data) => set(data.value)} />
        )}
      </Field>
    );
  });
}
