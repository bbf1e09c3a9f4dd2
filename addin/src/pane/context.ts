import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PaperMark, WordPort } from '../word/port';
import { inspectPaper } from './api';
import { waitingPort } from './waitingPort';

/** What every pane works with. */
export interface Pane {
  port: WordPort;
  /** Whether the port is there already. */
  state: 'waiting' | 'ready' | 'failed';
  /** Counts the documents that were in hand. */
  epoch: number;
  /** By what the document in hand is known in the browser session; empty where there is none, and while that is not known. */
  document: string;
  /** The mark of the paper in hand; null for a document of other origin. */
  mark: PaperMark | null;
  /** Whether the mark could not be read: no mark is then not the same as a document of other origin. */
  isMarkUnknown: boolean;
  /** Name of the file that was chosen; empty in Word, which does not tell. */
  fileName: string;
  onFileName: (name: string) => void;
}

export const PaneContext = createContext<Pane>({
  port: waitingPort,
  state: 'waiting',
  epoch: 0,
  document: '',
  mark: null,
  isMarkUnknown: false,
  fileName: '',
  onFileName: () => undefined,
});

export function usePaneContext(): Pane {
  return useContext(PaneContext);
}

/** How the document in hand stands to the newest tasks; reads the whole document, so it is asked only where it is wanted. */
export function useInspection(plan: string | null, isWanted: boolean) {
  const { port, state, epoch } = usePaneContext();
  return useQuery({
    queryKey: ['inspection', epoch, plan],
    enabled: isWanted && state === 'ready' && port.abilities.hasDocument,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) => inspectPaper(await port.readPackage({ signal }), plan, signal),
  });
}
