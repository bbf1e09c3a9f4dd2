import { copiesOf } from '../copies';
import type { Abilities, RegionChange, RegionOutcome, WordPort } from '../port';
import { pieceOf, type Piece } from '../ooxml/flat';
import { zhWord } from '../strings';
import { readable, trouble } from '../trouble';
import { readFile } from './file';
import { insertPiece, insertRows, insertText } from './insert';
import { putRecord, readRecord } from './parts';
import type { Wish } from './places';
import { readRegions } from './regions';
import { selectPlace } from './select';
import { swap, type SwapOptions } from './swap';
import { runner, usualPatience } from './waiting';
import { openDocument, replaceDocument, writeFinal } from './whole';

/** What can be set about the port. */
export interface OfficePortOptions {
  /** Milliseconds that one step of Word may take. */
  patience?: number;
}

/** The port to the Word in which the pane is; Office must have been loaded. What this Word can do is found out here, once. */
export async function officePort({ patience = usualPatience }: OfficePortOptions = {}): Promise<WordPort> {
  await Office.onReady();
  const has = (version: string) => Office.context.requirements.isSetSupported('WordApi', version);
  const abilities: Abilities = {
    isWord: true,
    hasDocument: true,
    seesTracking: has('1.4'),
    replacesWhole: has('1.5'),
    edits: has('1.3'),
  };
  const run = runner(patience);
  const { seesTracking } = abilities;
  return {
    abilities,
    readPackage: (options) => readFile(patience, options).catch((error: unknown) => Promise.reject(readable(error, 'noFile'))),
    readMark: () => readRecord(patience),
    regions: () => readRegions(run, seesTracking),
    replace: (changes, options) => swapGood(changes, (wishes) => swap(run, wishes, { ...options, seesTracking, untracked: false })),
    putBack: (outcomes, options) => putBack(outcomes, (wishes) => swap(run, wishes, { ...options, seesTracking, untracked: true })),
    writeRecord: (xml) => putRecord(xml, patience),
    insertFragment: (fragment) => insertPiece(run, fragment, seesTracking),
    insertLines: (lines) => insertText(run, lines, seesTracking),
    insertTable: (rows) => insertRows(run, rows, seesTracking),
    openNew: (docx) => openDocument(run, docx),
    replaceWhole: (docx) => (abilities.replacesWhole ? replaceDocument(run, docx, patience) : Promise.reject(trouble('oldWord'))),
    select: (place) => selectPlace(run, place),
    markFinal: (final) => writeFinal(run, final),
    onDocument: () => () => undefined,
  };
}

export type { SwapOptions };

type Swap = (wishes: Wish[]) => Promise<RegionOutcome[]>;

/** Replaces what can be read; a piece that is damaged never comes near the document. */
async function swapGood(changes: readonly RegionChange[], swapAll: Swap): Promise<RegionOutcome[]> {
  const wishes = new Map<RegionChange, Wish>();
  for (const one of changes) {
    const piece = look(one.ooxml);
    if (piece) wishes.set(one, { tag: one.tag, title: one.title, was: one.was, contents: [piece], copies: null });
  }
  const done = wishes.size > 0 ? await swapAll([...wishes.values()]) : [];
  const outcomes = new Map([...wishes.keys()].map((one, index) => [one, done[index]]));
  return changes.map((one) => outcomes.get(one) ?? nothing(one, zhWord.problems.badPiece));
}

function look(ooxml: string): Piece | null {
  try {
    return pieceOf(ooxml);
  } catch {
    return null;
  }
}

const nothing = ({ tag, title }: { tag: string; title: string }, problem = ''): RegionOutcome => ({
  tag,
  title,
  replaced: 0,
  problem,
  before: [],
  text: '',
});

/** Newest first; a copy that was replaced more than once goes back step by step. */
async function putBack(outcomes: readonly RegionOutcome[], swapAll: Swap): Promise<RegionOutcome[]> {
  const results = new Map<RegionOutcome, RegionOutcome>();
  let waiting = outcomes.filter((one) => one.before.length > 0).reverse();
  while (waiting.length > 0) {
    const all = waiting;
    const round = all.filter((one, index) => !all.slice(0, index).some((newer) => haveCommon(newer, one)));
    waiting = all.filter((one) => !round.includes(one));
    const done = await swapAll(round.map(wishFor));
    round.forEach((one, index) => results.set(one, done[index] ?? nothing(one)));
  }
  return outcomes.map((one) => results.get(one) ?? nothing(one));
}

function wishFor(outcome: RegionOutcome): Wish {
  const { tag, title, text, before } = outcome;
  return { tag, title, was: text, contents: before.map(pieceOf), copies: copiesOf(outcome) };
}

// Where there were more or fewer copies, their numbers tell nothing.
function haveCommon(one: RegionOutcome, other: RegionOutcome): boolean {
  if (one.tag !== other.tag) return false;
  const copies = copiesOf(other);
  return copiesOf(one).some(({ index, of }) => copies.some((copy) => copy.index === index || copy.of !== of));
}
