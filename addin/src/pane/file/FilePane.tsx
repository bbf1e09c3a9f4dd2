import { Button, Field, Input } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hasEnded } from '../../api/events';
import type { Job } from '../../api/types';
import { Bar } from '../../components/Bar';
import { JobProgress } from '../../components/JobProgress';
import { ProblemBar } from '../../components/ProblemBar';
import { FilingPlace } from '../../pages/documents/FilingPlace';
import { FilingPreviewList } from '../../pages/documents/FilingPreviewList';
import { folderOf, isAllFiled, isToWrite, type Place } from '../../pages/documents/filing';
import { filePaper, previewFiling, type PaperFiling } from '../api';
import { usePaneContext } from '../context';
import { useFollowed } from '../followed';
import { useKept } from '../kept';
import { useSending } from '../sending';
import { SendingBar } from '../SendingBar';
import { FiledCard } from './FiledCard';
import { whatCameOf, type Filed } from './filed';
import { words } from './words';

/** A filing as it was asked for, with the place that was shown before. */
interface FileWork {
  where: PaperFiling;
  place: string;
}

/** Files the document in hand: asks where, shows what will be written, and only then writes. */
export default function FilePane() {
  const { port, state, mark, fileName } = usePaneContext();
  const [form, setForm] = useKept<{ place: Place; name: string | null }>('file', {
    place: { drive: '', folder: '', newFolder: '', withPdf: false },
    name: null,
  });
  // The ledger's paper has a name there; a document of somebody's own may say one, also where a paper's text was put into it.
  const isPaper = mark !== null && !mark.isFragment;
  const name = form.name ?? (fileName || (isPaper ? `${mark.title}.docx` : words.file));
  const where: PaperFiling = {
    plan: null,
    drive: form.place.drive,
    folder: folderOf(form.place),
    withPdf: form.place.withPdf,
    name,
  };
  const filing = useFiling();
  const look = useMutation({ mutationFn: async () => previewFiling(await port.readPackage(), where) });
  const seen = look.data?.items ?? null;
  const canGo = seen?.some(isToWrite) ?? false;
  if (state === 'ready' && !port.abilities.hasDocument) return <Bar tone="note">{words.noDocument}</Bar>;
  if (filing.filed) {
    return (
      <FiledCard
        filed={filing.filed}
        onAgain={() => {
          look.reset();
          filing.reset();
        }}
      />
    );
  }
  return (
    <>
      {seen === null ? (
        <>
          <FilingPlace place={form.place} onChange={(place) => setForm({ ...form, place })} />
          {!isPaper && (
            <Field label={words.name}>
              <Input value={name} title={name} onChange={(_, data) => setForm({ ...form, name: data.value })} />
            </Field>
          )}
        </>
      ) : (
        <FilingPreviewList previews={seen} />
      )}
      {seen !== null && isAllFiled(seen) && <Bar tone="good">{words.nothing}</Bar>}
      {look.error && <ProblemBar error={look.error} onRetry={() => look.mutate()} />}
      <SendingBar sending={filing.sending} />
      {filing.job && <JobProgress job={filing.job} onAgain={(job) => filing.follow(job.id)} />}
      {filing.error !== null && <ProblemBar error={filing.error} onRetry={filing.retry} onClose={filing.close} />}
      {!filing.isRunning && (
        <div className="p-actions">
          {seen === null ? (
            <Button
              appearance="primary"
              disabled={form.place.drive === '' || name.trim() === '' || look.isPending}
              onClick={() => look.mutate()}
            >
              {look.isPending ? words.looking : words.look}
            </Button>
          ) : (
            <>
              <Button
                appearance="primary"
                disabled={!canGo || filing.sending.isPending}
                onClick={() => filing.sending.run({ where, place: seen.find(isToWrite)?.place ?? '' })}
              >
                {words.go}
              </Button>
              <Button onClick={() => look.reset()}>{words.back}</Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

/** A filing on its way, which is followed even after the pane was closed in between. */
function useFiling() {
  const queries = useQueryClient();
  const [running, setRunning] = useKept<{ job: string; work: FileWork } | null>('filing', null);
  const [filed, setFiled] = useState<Filed | null>(null);
  const sending = useSending<FileWork, Job>({
    name: 'filing',
    pane: 'file',
    needs: 'bytes',
    what: ({ where }) => words.what(where.name),
    send: ({ where }, once, docx) => filePaper(docx, where, once),
    onDone: (job, work) => setRunning({ job: job.id, work }),
  });
  const find = useMutation({
    mutationFn: ({ job, work }: { job: string; work: FileWork }) => whatCameOf(job, { drive: work.where.drive, place: work.place }),
    onSuccess: (found) => {
      setFiled(found);
      setRunning(null);
      void queries.invalidateQueries({ queryKey: ['filings'] });
    },
  });
  const followed = useFollowed(
    running?.job ?? null,
    (job) => {
      if (job.state === 'done' && running) find.mutate(running);
    },
    () => setRunning(null),
  );
  const hasFailed = followed.job !== null && hasEnded(followed.job) && followed.job.state !== 'done';
  return {
    sending,
    filed,
    job: followed.job,
    isRunning: running !== null && !hasFailed,
    error: find.error ?? followed.error,
    retry: followed.again ?? (running === null ? undefined : () => find.mutate(running)),
    close: () => {
      find.reset();
      followed.close();
    },
    follow: (job: string) => running && setRunning({ ...running, job }),
    reset: () => setFiled(null),
  };
}
