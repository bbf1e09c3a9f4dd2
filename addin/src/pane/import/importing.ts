import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { useInfo } from '../../api/queries';
import type { Job } from '../../api/types';
import type { ImportResult } from '../../components/useImport';
import { useJob } from '../../components/useJob';
import { zh } from '../../strings';
import { queryOf } from '../api';
import { usePaneContext } from '../context';
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
  const { port } = usePaneContext();
  const queries = useQueryClient();
  const info = useInfo();
  const [job, setJob] = useKept<string | null>('import-job', null);
  const [plan, setPlan] = useKept<string | null>('imported', null);
  const [round, setRound] = useState(0);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const sending = useSending<ImportWork, Job>({
    name: 'import',
    pane: 'import',
    needs: 'bytes',
    what: ({ name }) => words.what(name),
    send: (work, once, docx) => {
      const file = new Blob([docx.slice()]);
      return call<Job>(`imports${queryOf({ ...work })}`, { method: 'POST', file, patience, tries: 3, once });
    },
    onDone: (made) => setJob(made.id),
  });
  const followed = useJob(
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
    round,
  );
  const isReading = sending.isPending || job !== null;
  return {
    sending,
    plan,
    step: sending.isPending ? words.sending : job === null ? '' : words.extracting,
    isReading,
    refusal,
    /** Why it is not known how it gets on. */
    lost: followed.error,
    again: () => setRound(round + 1),
    start: async (work: ImportWork) => {
      setRefusal(null);
      const most = info.data?.maxUploadBytes ?? Infinity;
      const docx = await port.readPackage();
      if (docx.length > most) setRefusal(new Error(words.tooLarge(Math.floor(most / 1024 / 1024))));
      else sending.run(work);
    },
    reset: () => {
      setPlan(null);
      setRefusal(null);
    },
  };
}
