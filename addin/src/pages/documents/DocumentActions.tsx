import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { useInfo } from '../../api/queries';
import type { Document, Job } from '../../api/types';
import { useRights } from '../../app/me';
import { HandEditsBar, wouldLoseHandEdits } from '../../components/HandEditsBar';
import { openPdf } from '../../components/openPdf';
import { ProblemBar, sentenceOf } from '../../components/ProblemBar';
import { ReasonDialog } from '../../components/ReasonDialog';
import { baseName, save } from '../../components/save';
import { zh } from '../../strings';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: { whiteSpace: 'nowrap', flexShrink: 0, minWidth: 'auto' },
});

/** What can be done with a paper. */
export function DocumentActions({
  document,
  onFile,
  onJob,
}: {
  document: Document;
  onFile: (document: Document) => void;
  onJob: (job: Job) => void;
}) {
  const styles = useStyles();
  const { canDraft } = useRights();
  const info = useInfo();
  const [isAsking, setAsking] = useState(false);
  const name = baseName(document.path);
  const fetchFile = useMutation({ mutationFn: () => save(`documents/${document.id}/file`, name) });
  const preview = useMutation({ mutationFn: () => openPdf(`documents/${document.id}/preview`) });
  const number = useMutation({
    mutationFn: (replaceHandEdits: boolean) =>
      call<Job>(`documents/${document.id}/number${replaceHandEdits ? '?replaceHandEdits=true' : ''}`, { method: 'POST' }),
    onSuccess: onJob,
  });
  const isPaper = document.kind !== 'ledger';
  const isGood = document.state !== 'withdrawn';
  // Lists and sheets bear no number of their own.
  const takesNumber = canDraft && isGood && document.number === null && isPaper && !document.kind.startsWith('task-sheet');
  return (
    <div>
      <div className={styles.line}>
        {document.revision > 0 && (
          <Button className={styles.button} size="small" aria-label={`${zh.documents.download} ${name}`} onClick={() => fetchFile.mutate()}>
            {zh.documents.download}
          </Button>
        )}
        {info.data?.hasPdf && isPaper && document.revision > 0 && (
          <Button
            className={styles.button}
            size="small"
            disabled={preview.isPending}
            aria-label={`${zh.documents.preview} ${name}`}
            onClick={() => preview.mutate()}
          >
            {zh.documents.preview}
          </Button>
        )}
        {takesNumber && (
          <Button
            className={styles.button}
            size="small"
            disabled={number.isPending}
            title={zh.documents.takeHint}
            aria-label={`${zh.documents.take} ${name}`}
            onClick={() => number.mutate(false)}
          >
            {zh.documents.take}
          </Button>
        )}
        {canDraft && isGood && document.revision > 0 && (
          <Button className={styles.button} size="small" aria-label={`${zh.documents.fileOne} ${name}`} onClick={() => onFile(document)}>
            {zh.documents.fileOne}
          </Button>
        )}
        {canDraft && isGood && (
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            aria-label={`${zh.documents.withdraw} ${name}`}
            onClick={() => setAsking(true)}
          >
            {zh.documents.withdraw}
          </Button>
        )}
      </div>
      {wouldLoseHandEdits(number.error) && (
        <HandEditsBar onReplace={() => number.mutate(true)} onDrop={() => number.reset()}>
          {sentenceOf(number.error)}
        </HandEditsBar>
      )}
      {[fetchFile.error, preview.error, wouldLoseHandEdits(number.error) ? null : number.error].map(
        (error, i) => error !== null && <ProblemBar key={i} error={error} />,
      )}
      {isAsking && <Withdrawal document={document} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Withdrawal({ document, onClose }: { document: Document; onClose: () => void }) {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => call<Document>(`documents/${document.id}/withdraw`, { method: 'POST', json: { reason } }),
    onSuccess: () => {
      onClose();
      void queries.invalidateQueries();
    },
  });
  return (
    <ReasonDialog
      title={zh.documents.withdrawTitle}
      label={zh.documents.reason}
      submit={zh.documents.withdraw}
      cancel={zh.documents.cancel}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(reason) => withdraw.mutate(reason)}
      onClose={onClose}
    >
      <Text block>{baseName(document.path)}</Text>
      <Text block>{zh.documents.withdrawHint}</Text>
    </ReasonDialog>
  );
}
