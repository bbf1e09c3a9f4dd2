import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WordPort } from '../../word/port';
import { fixPaper, type FormatFinding } from '../api';
import { usePaneContext } from '../context';
import { saySame } from './sameWords';
import { words } from './words';

/** What is to be repaired, and what becomes of the repaired document. */
export interface Repair {
  /** All that can be, where none is named. */
  findings: FormatFinding[];
  inPlace: boolean;
  track: boolean;
  name: string;
}

// The document as it was before each repair in place, newest last; beside the panes, so that another pane does not lose it.
const held = new WeakMap<WordPort, { epoch: number; before: Uint8Array[] }>();

/** Repairs the document in hand, and takes that back. */
export function useRepair(onDone: (note: string) => void) {
  const { port, epoch } = usePaneContext();
  const queries = useQueryClient();
  const known = held.get(port);
  const before = known?.epoch === epoch ? known.before : [];
  const look = () => queries.invalidateQueries({ queryKey: ['check'] });

  const repair = useMutation({
    mutationFn: async ({ findings, inPlace, track, name }: Repair) => {
      const seen = await port.readPackage();
      const fixed = await fixPaper(seen, { key: findings.map((finding) => finding.key), track, name });
      if (fixed.repaired === 0) return words.none;
      if (!inPlace) {
        await port.openNew(fixed.docx, words.fixedName(name));
        return port.abilities.isWord ? words.fixedCopy(fixed.repaired) : words.fixedFile(fixed.repaired);
      }
      // What was typed while the service was at work is not in the repaired document: then nothing is replaced.
      const old = await port.readPackage();
      if (!(await saySame(seen, old))) return words.typed;
      await port.replaceWhole(fixed.docx);
      held.set(port, { epoch, before: [...before, old] });
      return words.fixed(fixed.repaired);
    },
    onSuccess: (note) => {
      onDone(note);
      void look();
    },
  });

  const putBack = useMutation({
    mutationFn: async () => {
      const old = before.at(-1);
      if (!old) return;
      await port.replaceWhole(old);
      held.set(port, { epoch, before: before.slice(0, -1) });
    },
    onSuccess: () => {
      onDone(words.restored);
      void look();
    },
  });

  return { repair, putBack, canPutBack: before.length > 0 };
}
