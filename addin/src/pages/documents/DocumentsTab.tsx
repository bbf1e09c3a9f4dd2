import { Button, Card, Field, makeStyles, MessageBar, MessageBarBody, Select, Text } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { useDocuments, useFilings } from '../../api/queries';
import type { Document, Job, Plan } from '../../api/types';
import { useRights } from '../../app/me';
import { HandEditsBar } from '../../components/HandEditsBar';
import { JobProgress } from '../../components/JobProgress';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { baseName, save } from '../../components/save';
import { usePlanJob } from '../../components/usePlanJob';
import { zh } from '../../strings';
import { DocumentTable } from './DocumentTable';
import { FilingDialog } from './FilingDialog';
import { inOrder } from './order';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  button: { whiteSpace: 'nowrap', flexShrink: 0 },
});

/** All papers of a plan: made by one button, watched, taken away. */
export default function DocumentsTab({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const { canDraft } = useRights();
  const documents = useDocuments(plan.id);
  const { job, isBusy: isAtWork, error, start } = usePlanJob(plan.id, canDraft);
  const [kind, setKind] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [filing, setFiling] = useState<Document[] | null>(null);
  const filings = useFilings(plan.id, canDraft);
  const make = useMutation({
    mutationFn: (replaceHandEdits: boolean) => call<Job>('documents', { method: 'POST', json: { plan: plan.id, replaceHandEdits } }),
    onMutate: () => setAsking(false),
    onSuccess: start,
  });
  const zip = useMutation({ mutationFn: () => save(`plans/${plan.id}/documents.zip`, `${plan.title} 公文.zip`) });
  const isBusy = make.isPending || isAtWork;
  const all = inOrder(documents.data?.items ?? []);
  const kinds = [...new Map(all.map((document) => [document.kind, document.kindName]))];
  const handEdited = all.filter((document) => document.isHandEdited).map((document) => baseName(document.path));
  const hasFiles = all.some((document) => document.revision > 0 && document.state !== 'withdrawn');
  return (
    <div className={styles.page}>
      <Card>
        {canDraft && <Text>{zh.documents.makeHint}</Text>}
        <div className={styles.buttons}>
          {canDraft && (
            <Button
              className={styles.button}
              appearance={hasFiles ? 'secondary' : 'primary'}
              size="large"
              disabled={isBusy}
              onClick={() => (handEdited.length > 0 ? setAsking(true) : make.mutate(false))}
            >
              {zh.documents.make}
            </Button>
          )}
          <Button
            className={styles.button}
            appearance={hasFiles ? 'primary' : 'secondary'}
            size="large"
            disabled={!hasFiles || zip.isPending || isBusy}
            onClick={() => zip.mutate()}
          >
            {zh.documents.zip}
          </Button>
          {canDraft && (
            <Button
              className={styles.button}
              size="large"
              disabled={!hasFiles || isBusy}
              onClick={() => setFiling(all.filter((document) => document.revision > 0 && document.state !== 'withdrawn'))}
            >
              {zh.documents.file}
            </Button>
          )}
        </div>
        {isAsking && (
          <HandEditsBar onKeep={() => make.mutate(false)} onReplace={() => make.mutate(true)} onDrop={() => setAsking(false)}>
            {zh.documents.handEdited(handEdited.length, handEdited.slice(0, 3).join('、') + (handEdited.length > 3 ? '……' : ''))}
          </HandEditsBar>
        )}
        {job && <JobProgress job={job} onAgain={start} />}
        {[make.error, zip.error, error].map((one, i) => one !== null && <ProblemBar key={i} error={one} />)}
      </Card>
      {documents.error && <ProblemBar error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.isPending && <Loading rows={5} />}
      {documents.data && all.length === 0 && (
        <MessageBar>
          <MessageBarBody>{zh.documents.none}</MessageBarBody>
        </MessageBar>
      )}
      {all.length > 0 && (
        <>
          <Field label={zh.documents.filter} style={{ maxWidth: 260 }}>
            <Select value={kind} onChange={(_, data) => setKind(data.value)}>
              <option value="">{zh.tasks.all}</option>
              {kinds.map(([word, name]) => (
                <option key={word} value={word}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <DocumentTable
            documents={all.filter((document) => kind === '' || document.kind === kind)}
            filings={filings.data}
            onFile={(document) => setFiling([document])}
            onJob={start}
          />
        </>
      )}
      {filing && (
        <FilingDialog
          plan={plan.id}
          documents={filing}
          onJob={(begun) => {
            setFiling(null);
            start(begun);
          }}
          onClose={() => setFiling(null)}
        />
      )}
    </div>
  );
}
