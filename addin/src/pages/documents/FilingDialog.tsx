import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import type { Document, FilingPreview, FilingRequest, Job, Page } from '../../api/types';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { FilingPlace } from './FilingPlace';
import { FilingPreviewList } from './FilingPreviewList';
import { isAllFiled, isToWrite, type Place, requestOf } from './filing';

/** Files papers: asks where, shows what will be written, and only then writes. */
export function FilingDialog({
  plan,
  documents,
  onJob,
  onClose,
}: {
  plan: string;
  documents: Document[];
  onJob: (job: Job) => void;
  onClose: () => void;
}) {
  const [place, setPlace] = useState<Place>({ drive: '', folder: '', newFolder: '', withPdf: false });
  const request: FilingRequest = requestOf(plan, documents, place);
  const look = useMutation({
    mutationFn: () => call<Page<FilingPreview>>('filings/preview', { method: 'POST', json: request, patience: 120_000 }),
  });
  const file = useMutation({ mutationFn: () => call<Job>('filings', { method: 'POST', json: request }), onSuccess: onJob });
  const seen = look.data?.items ?? null;
  const canGo = seen?.some(isToWrite) ?? false;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface style={{ maxWidth: 'min(900px, 96vw)' }}>
        <DialogBody>
          <DialogTitle>{zh.filing.title}</DialogTitle>
          <DialogContent>
            {seen === null ? <FilingPlace place={place} onChange={setPlace} /> : <FilingPreviewList previews={seen} />}
            {seen !== null && isAllFiled(seen) && (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>{zh.filing.nothing}</MessageBarBody>
              </MessageBar>
            )}
            {[look.error, file.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{zh.filing.cancel}</Button>
            {seen === null ? (
              <Button appearance="primary" disabled={place.drive === '' || look.isPending} onClick={() => look.mutate()}>
                {look.isPending ? zh.filing.looking : zh.filing.look}
              </Button>
            ) : (
              <>
                <Button onClick={() => look.reset()}>{zh.filing.back}</Button>
                <Button appearance="primary" disabled={!canGo || file.isPending} onClick={() => file.mutate()}>
                  {zh.filing.go}
                </Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
