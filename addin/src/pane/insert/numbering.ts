import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { hasEnded } from '../../api/events';
import type { Document, Job, JobItem, Page } from '../../api/types';
import { baseName } from '../../components/save';
import { wouldLoseHandEdits } from '../../components/HandEditsBar';
import { documentFile, makeNumbered, type DraftOne } from '../api';
import { usePaneContext } from '../context';
import { everyDocument, useKept } from '../kept';
import { useFollowed } from '../followed';
import { useSending, type Sending } from '../sending';
import { words } from './words';

/** A paper that takes a number. */
interface NumberWork {
  draft: DraftOne;
  name: string;
  /** Whether the person agreed that what was typed in the paper before is left out. */
  replaceHandEdits?: boolean;
}

/** A paper on its way to its number. */
export interface Numbering {
  sending: Sending<NumberWork>;
  /** Makes the paper without what was typed in it; null where nobody has to be asked. */
  replaceHandEdits: (() => void) | null;
  job: Job | null;
  isRunning: boolean;
  hasFailed: boolean;
  error: unknown;
  /** Asks again for what came after the number was taken, where that is any use. */
  retry: (() => void) | undefined;
  /** Leaves it at that: what was made is found among the documents. */
  close: () => void;
  follow: (job: string | null) => void;
}

/**
 * Takes a number: the paper is ordered once, however often that is sent; its job is followed, even after the pane was closed in between;
 * and only when the paper was opened is all of it done.
 */
export function useNumbering(onDone: (note: string) => void): Numbering {
  const { port } = usePaneContext();
  const queries = useQueryClient();
  const [id, follow] = useKept<string | null>('numbering', null, everyDocument);
  const [asked, setAsked] = useState<NumberWork | null>(null);
  const sending = useSending<NumberWork, Job>({
    name: 'number',
    pane: 'insert',
    needs: 'nothing',
    what: ({ name }) => words.numberWhat(name),
    send: (work, once) => {
      setAsked(work);
      return makeNumbered(work.draft, work.replaceHandEdits === true, once);
    },
    onDone: (job) => follow(job.id),
  });
  const open = useMutation({
    mutationFn: async (job: string) => {
      const items = await call<Page<JobItem>>(`jobs/${job}/items?limit=10`, { tries: 3 });
      const made = items.items.find((item) => item.documentId !== null)?.documentId;
      if (!made) throw new Error(words.noDocument);
      const document = await call<Document>(`documents/${made}`, { tries: 3 });
      await port.openNew(await documentFile(made), baseName(document.path));
      return document;
    },
    onSuccess: (document) => {
      follow(null);
      const note = port.abilities.isWord ? words.opened(baseName(document.path)) : words.downloaded(baseName(document.path));
      onDone(document.number === null ? note : words.isNumbered(document.number) + note);
      void queries.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  const followed = useFollowed(
    id,
    (job) => {
      if (job.state === 'done') open.mutate(job.id);
    },
    () => follow(null),
  );
  const job = followed.job;
  return {
    sending,
    replaceHandEdits: asked !== null && wouldLoseHandEdits(sending.error) ? () => sending.run({ ...asked, replaceHandEdits: true }) : null,
    job,
    isRunning: sending.isPending || id !== null,
    hasFailed: job !== null && hasEnded(job) && job.state !== 'done',
    error: open.error ?? followed.error,
    retry: followed.again ?? (id === null ? undefined : () => open.mutate(id)),
    close: () => {
      open.reset();
      followed.close();
    },
    follow,
  };
}
