import { saveBlob } from '../../components/save';
import { copiesOf } from '../copies';
import type { Abilities, WordPort } from '../port';
import type { Parts } from '../ooxml/parts';
import { setProperties } from '../ooxml/properties';
import { pack, unpack } from '../ooxml/zip';
import { newest } from '../record';
import { zhWord } from '../strings';
import { trouble } from '../trouble';
import { docxOfFlat, docxOfLines, docxOfRows } from './making';
import { recordsOf, regionsOf, replaceIn, writeRecordIn } from './paper';

/** A port whose document is a file that a person chooses. */
export interface BrowserPort extends WordPort {
  /** Takes a file in hand; thrown where it is no .docx, and the one before stays. */
  choose(file: File): Promise<void>;
}

interface Hand {
  stem: string;
  /** The file as it was chosen. */
  docx: Uint8Array;
  /** Its parts where they were changed since; null while it is as it was. */
  changed: Parts | null;
}

const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The port of a browser without Word. The chosen file itself is never written to: `replace` and `putBack` change it in memory, and
 * `writeRecord`, which belongs to both, downloads the result under a name of its own. What would go to a cursor is downloaded as a file.
 */
export function browserPort(): BrowserPort {
  let hand: Hand | null = null;
  const tellers = new Set<() => void>();
  const abilities: Abilities = {
    isWord: false,
    get hasDocument() {
      return hand !== null;
    },
    seesTracking: false,
    replacesWhole: false,
    edits: false,
  };

  const inHand = (): Hand => {
    if (!hand) throw trouble('noDocument');
    return hand;
  };
  const partsOf = async (one: Hand, isWanted?: (name: string) => boolean) => one.changed ?? (await unpack(one.docx, isWanted));
  /** Changes the document in hand; all or nothing. */
  const change = async <T>(how: (parts: Parts) => T): Promise<T> => {
    const one = inHand();
    const parts: Parts = new Map(await partsOf(one));
    const result = how(parts);
    one.changed = parts;
    return result;
  };
  const packed = async (one: Hand) => (one.changed ? pack(one.changed) : one.docx);

  return {
    abilities,
    choose: async (file) => {
      const docx = new Uint8Array(await file.arrayBuffer());
      await unpack(docx, () => false);
      hand = { stem: file.name.replace(/\.docx$/i, ''), docx, changed: null };
      for (const tell of tellers) tell();
    },
    readPackage: async ({ signal, onProgress } = {}) => {
      signal?.throwIfAborted();
      const docx = await packed(inHand());
      onProgress?.(1, 1);
      return docx;
    },
    readMark: async () => (hand ? newest(recordsOf(await partsOf(hand, (name) => name.startsWith('customXml/')))) : null),
    regions: async () => regionsOf(await partsOf(inHand())),
    replace: (changes, { signal, onProgress } = {}) =>
      change((parts) => {
        signal?.throwIfAborted();
        const outcomes = replaceIn(
          parts,
          changes.map(({ ooxml, ...rest }) => ({ ...rest, contents: [ooxml], copies: null })),
        );
        onProgress?.(changes.length, changes.length);
        return outcomes;
      }),
    putBack: (outcomes) =>
      change((parts) => {
        const newestFirst = [...outcomes].reverse();
        const done = newestFirst.map((outcome) => {
          const { tag, title, text, before } = outcome;
          return before.length > 0
            ? replaceIn(parts, [{ tag, title, was: text, contents: before, copies: copiesOf(outcome) }])[0]
            : { tag, title, replaced: 0, problem: '', before: [], text: '' };
        });
        return done.reverse().filter((one) => one !== undefined);
      }),
    writeRecord: async (xml) => {
      await change((parts) => writeRecordIn(parts, xml));
      download(await packed(inHand()), zhWord.files.updated(inHand().stem));
      return true;
    },
    insertFragment: async ({ ooxml, title }) => download(await docxOfFlat(ooxml), zhWord.files.fragment(title)),
    insertLines: async (lines) => download(await docxOfLines(lines), zhWord.files.lines),
    insertTable: async (rows) => download(await docxOfRows(rows), zhWord.files.table),
    openNew: (docx, name) => {
      download(docx, name);
      return Promise.resolve();
    },
    replaceWhole: () => Promise.reject(trouble('noWhole')),
    select: () => Promise.resolve(false),
    markFinal: async (final) => {
      await change((parts) => {
        const names = zhWord.final;
        setProperties(parts, new Map([[names.number, final.number], [names.link, final.link], [names.at, final.at]])); // prettier-ignore
      });
      download(await packed(inHand()), zhWord.files.final(inHand().stem));
    },
    onDocument: (tell) => {
      tellers.add(tell);
      return () => void tellers.delete(tell);
    },
  };
}

function download(docx: Uint8Array, name: string): void {
  saveBlob(new Blob([new Uint8Array(docx)], { type: media }), name);
}
