import { Button, Text } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { uploadEvidence } from '../api/supervision';
import type { Evidence } from '../api/types';
import { FileButton } from './FileButton';
import { ProblemBar } from './ProblemBar';
import { words } from './words';

/** A file that shows something. It is sent as soon as it is chosen; what is kept of it is the reference. */
export function EvidenceField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: Evidence | null;
  onChange: (evidence: Evidence | null) => void;
}) {
  const id = useId();
  const upload = useMutation({ mutationFn: uploadEvidence, onSuccess: onChange });
  return (
    <div role="group" aria-labelledby={id}>
      <Text id={id} block>
        {label}
      </Text>
      <div className="line">
        <FileButton
          label={upload.isPending ? words.sending : value ? words.chooseOther : words.choose}
          disabled={upload.isPending}
          onFile={(file) => upload.mutate(file)}
        />
        <span aria-live="polite">{value?.name}</span>
        {value && (
          <Button appearance="subtle" size="small" aria-label={`${words.remove} ${value.name}`} onClick={() => onChange(null)}>
            {words.remove}
          </Button>
        )}
      </div>
      <Text size={200} className="small">
        {hint}
      </Text>
      {upload.error && <ProblemBar error={upload.error} />}
    </div>
  );
}
