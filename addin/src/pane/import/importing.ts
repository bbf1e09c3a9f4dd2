import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call } from '../../api/client';
import { useInfo } from '../../api/queries';
import type { Job } from '../../api/types';
import type { ImportResult } from '../../components/useImport';
import { zh } from '../../strings';
import { queryOf } from '../api';
import { useFollowed } from '../followed';
import { useKept } from '../kept';
import { useSending } from '../sending';
import { words } from './words';

/** What is imported: the document in hand, over an earlier plan where one is named. */
interface ImportWork {
  name: string;
  plan: string | null;
}

const patience = 300_000;

/** Brings the document in hand in as work points; what is under way is followed even after the pane was closed in between. */
export function useImporting(onNote: (note: string) => void) {
  const queries = useQueryClient();
  const info = useInfo();
  const [job, setJob] = useKept<string | null>('import-job', null);
  const [plan, setPlan] = useKept<string | null>('imported', null);
  const [isRead, setRead] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const sending = useSending<ImportWork, Job>({
    name: 'import',
    pane: 'import',
    needs: 'bytes',
    what: ({ name }) => words.what(name),
    send: (work, once, docx) => {
      const most = info.data?.maxUploadBytes ?? Infinity;
      if (docx.length > most) throw tooLarge(most);
      setRead(true);
      const file = new Blob([docx.slice()]);
      return call<Job>(`imports${queryOf({ ...work })}`, { method: 'POST', file, patience, tries: 3, once });
    },
    onDone: (made) => setJob(made.id),
  });
  const followed = useFollowed(
    job,
    (ended) => {
      setJob(null);
      if (ended.state !== 'done') {
        setRefusal(new Error(ended.error || words.failed));
        return;
      }
      const result = ended.result as ImportResult;
      onNote(result.isRepeat ? zh.plan.repeat : zh.plan.imported(result.added));
      setPlan(ended.planId);
      void queries.invalidateQueries();
    },
    () => setJob(null),
  );
  const isReading = sending.isPending || job !== null;
  return {
    sending,
    plan,
    step: sending.isPending ? (isRead ? words.sending : words.reading) : job === null ? '' : words.extracting,
    isReading,
    refusal,
    /** Why it is not known how it gets on. */
    lost: followed.error,
    again: followed.again ?? undefined,
    close: followed.close,
    start: (work: ImportWork) => {
      setRefusal(null);
      setRead(false);
      sending.run(work);
    },
    reset: () => {
      setPlan(null);
      setRefusal(null);
    },
  };
}

/** Told like a refusal of the service, which would not take it either: it is not kept to be sent again. */
function tooLarge(most: number): ApiError {
  const detail = words.tooLarge(Math.floor(most / 1024 / 1024));
  return new ApiError({ type: 'about:blank', title: words.failed, status: 413, detail, code: 'too-large', requestId: '' });
}
