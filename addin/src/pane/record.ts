import { useQueryClient } from '@tanstack/react-query';
import { usePaneContext } from './context';
import type { PaneName } from './route';
import { useSending, type Sending } from './sending';
import { words } from './words';

/** A paper's record that belongs into the document. */
export interface RecordWork {
  xml: string;
  title: string;
}

/** Writes the record of a paper into the document and reads it back. A record that was lost on the way is kept, to be written again. */
export function useRecord(pane: PaneName, onWritten: () => void): Sending<RecordWork> {
  const { port } = usePaneContext();
  const queries = useQueryClient();
  return useSending<RecordWork, true>({
    name: 'record',
    pane,
    needs: 'document',
    what: ({ title }) => words.record.what(title),
    send: async ({ xml }) => {
      if (!(await port.writeRecord(xml))) throw new Error(words.record.lost);
      return true;
    },
    onDone: () => {
      void queries.invalidateQueries({ queryKey: ['mark'] });
      void queries.invalidateQueries({ queryKey: ['inspection'] });
      onWritten();
    },
  });
}
