import { Button, Checkbox, Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { useDirectory } from '../../api/queries';
import type { Correction, Finding, Plan } from '../../api/types';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  other: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end', marginTop: '10px' },
  select: { minWidth: 0, maxWidth: '100%' },
  // In one line as long as the name fits.
  button: { flexShrink: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
});

/** Puts the right body in the place of a doubtful one, by a click. */
export function CorrectionForm({
  plan,
  doubt,
  onDone,
}: {
  plan: Plan;
  doubt: NonNullable<Finding['doubt']>;
  onDone: (note: string) => void;
}) {
  const styles = useStyles();
  const queries = useQueryClient();
  const directory = useDirectory(plan.county);
  const [keepAlias, setKeepAlias] = useState(true);
  const [other, setOther] = useState('');
  const correct = useMutation({
    mutationFn: (choice: { body: string; isGroup: boolean }) =>
      call<Correction>(`plans/${plan.id}/corrections`, { method: 'POST', json: { mention: doubt.mention, ...choice, keepAlias } }),
    onSuccess: (done) => {
      onDone(zh.findings.corrected(done.tasks, done.aliasKept));
      void queries.invalidateQueries();
    },
  });
  const groups = directory.data?.groups ?? [];
  return (
    <div>
      <div className={styles.choices} role="group" aria-label={`${doubt.mention} ${zh.findings.isMeant}`}>
        <Text>{zh.findings.isMeant}</Text>
        {doubt.suggestions.map((body, i) => (
          <Button
            key={body}
            className={styles.button}
            appearance={i === 0 ? 'primary' : 'secondary'}
            disabled={correct.isPending}
            onClick={() => correct.mutate({ body, isGroup: false })}
          >
            {body}
          </Button>
        ))}
      </div>
      <div className={styles.other}>
        <Field label={zh.findings.other} className={styles.select}>
          <Select className={styles.select} value={other} onChange={(_, data) => setOther(data.value)}>
            <option value="">{zh.findings.choose}</option>
            {directory.data?.bodies.map((body) => (
              <option key={body.id} value={body.name}>
                {body.name}
              </option>
            ))}
            {groups.map((group) => (
              <option key={group.name} value={group.name}>
                {group.name}（{zh.tasks.group}）
              </option>
            ))}
          </Select>
        </Field>
        <Button
          className={styles.button}
          disabled={other === '' || correct.isPending}
          onClick={() => correct.mutate({ body: other, isGroup: groups.some((group) => group.name === other) })}
        >
          {zh.findings.correct}
        </Button>
        <Checkbox label={zh.findings.alias} checked={keepAlias} onChange={(_, data) => setKeepAlias(data.checked === true)} />
      </div>
      {correct.error && <ProblemBar error={correct.error} />}
    </div>
  );
}
