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

/** A way from one state of the document to another. */
interface Step {
  to: Uint8Array;
  /** The document as it was left when the way was kept: what differs by now was typed since. Null where it could not be read. */
  left: Uint8Array | null;
}

export type Way = 'back' | 'forward';

/** The ways from the document as it is: to those before each repair in place, and to those that were put away; newest last. */
type Held = { epoch: number } & Record<Way, Step[]>;

// Beside the panes, so that another pane does not lose it.
const held = new WeakMap<WordPort, Held>();

/** Repairs the document in hand, and goes back and forward between what it was and what it became. */
export function useRepair(onDone: (note: string) => void) {
  const { port, epoch } = usePaneContext();
  const queries = useQueryClient();
  const ways = (): Held => {
    const known = held.get(port);
    return known?.epoch === epoch ? known : { epoch, back: [], forward: [] };
  };
  const look = () => queries.invalidateQueries({ queryKey: ['check'] });

  // A host can change the document and then fail: the way back is there before anything is replaced.
  async function replace(docx: Uint8Array, now: Uint8Array, way: Way): Promise<void> {
    const step: Step = { to: now, left: null };
    held.set(port, { ...ways(), [way]: [...ways()[way], step] });
    try {
      await port.replaceWhole(docx);
    } finally {
      step.left = await port.readPackage().catch(() => null);
    }
  }

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
      await replace(fixed.docx, old, 'back');
      return words.fixed(fixed.repaired);
    },
    onSuccess: (note) => {
      onDone(note);
      void look();
    },
  });

  const go = useMutation({
    mutationFn: async ({ way, isAgreed }: { way: Way; isAgreed: boolean }): Promise<'gone' | 'asks'> => {
      const step = ways()[way].at(-1);
      if (!step) return 'gone';
      const now = await port.readPackage();
      if (!isAgreed && !(step.left && (await saySame(step.left, now)))) return 'asks';
      await replace(step.to, now, way === 'back' ? 'forward' : 'back');
      held.set(port, { ...ways(), [way]: ways()[way].filter((one) => one !== step) });
      return 'gone';
    },
    onSuccess: (outcome, { way }) => {
      if (outcome === 'asks') return;
      onDone(way === 'back' ? words.restored : words.forwarded);
      void look();
    },
  });

  return {
    repair,
    go,
    /** The way that would put away what was typed since, where the person has to agree first. */
    asks: go.data === 'asks' ? go.variables.way : null,
    can: { back: ways().back.length > 0, forward: ways().forward.length > 0 },
  };
}
