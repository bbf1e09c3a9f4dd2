import { Button, Card, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useFindings } from '../../api/queries';
import type { Plan } from '../../api/types';
import { go } from '../../app/route';
import { Loading } from '../../components/Loading';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { FindingCard } from './FindingCard';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '14px' },
  summary: { cursor: 'pointer', padding: '8px 0' },
});

/** What a person should look at, beside the sentences that it is about. */
export default function FindingsTab({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const findings = useFindings(plan.id);
  const [note, setNote] = useState('');
  if (findings.error) return <ProblemBar error={findings.error} onRetry={() => void findings.refetch()} />;
  if (!findings.data) return <Loading rows={5} />;
  const open = findings.data.filter((finding) => finding.settledAt === null && finding.severity !== 'info');
  const rest = findings.data.filter((finding) => !open.includes(finding));
  return (
    <div className={styles.list}>
      <Note text={note} />
      {open.length === 0 && (
        <Card>
          <Subtitle2 as="h2">✓ {zh.findings.none}</Subtitle2>
          <Text>{zh.findings.noneHint}</Text>
          <div>
            <Button appearance="primary" onClick={() => go({ page: 'plan', id: plan.id, tab: 'documents' })}>
              {zh.findings.toDocuments}
            </Button>
          </div>
        </Card>
      )}
      {open.map((finding) => (
        <FindingCard key={finding.id} plan={plan} finding={finding} onDone={setNote} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary className={styles.summary}>{zh.findings.settled(rest.length)}</summary>
          <div className={styles.list}>
            {rest.map((finding) => (
              <FindingCard key={finding.id} plan={plan} finding={finding} onDone={setNote} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
