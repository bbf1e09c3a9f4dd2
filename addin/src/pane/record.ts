import { useQueryClient } from '@tanstack/react-query';
import { readMarkOf } from '../word/record';
import { usePaneContext } from './context';
import type { PaneName } from './route';
import { useSending, type Sending } from './sending';
import { words } from './words';

/** A paper's record that belongs into the document. */
export interface RecordWork {
  xml: string;
  title: string;
  /** Whether it is written only into a document that has none: the record of another paper is not written over. */
  isFirst?: boolean;
}

/** Writes the record of a paper into the document and reads it back. A record that was lost on the way is kept, to be written again. */
export function useRecord(pane: PaneName, onWritten: (isWritten: boolean) => void): Sending<RecordWork> {
  const { port } = usePaneContext();
  const queries = useQueryClient();
  return useSending<RecordWork, boolean>({
    name: 'record',
    pane,
    needs: 'document',
    what: ({ title }) => words.record.what(title),
    send: async ({ xml, isFirst }) => {
      // Asked at the last moment: what was known before may be old, or no more than that nothing was known.
      const there = isFirst === true ? await port.readMark() : null;
      if (there !== null && there.id !== readMarkOf(xml)?.id) return false;
      if (!(await port.writeRecord(xml))) throw new Error(words.record.lost);
      return true;
    },
    onDone: (isWritten) => {
      void queries.invalidateQueries({ queryKey: ['mark'] });
      void queries.invalidateQueries({ queryKey: ['inspection'] });
      onWritten(isWritten);
    },
  });
}
