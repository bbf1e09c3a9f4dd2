import type { PaperMark, WordPort } from '../word/port';
import { officeAddress } from './host';
import { everyDocument, moveKept, readKept, writeKept } from './kept';
import { sumOf } from './sum';
import { moveUnsent } from './unsent';

/** What is known of the document in hand. */
export interface Known {
  /** By what it is known in the browser session where it has no mark. */
  own: string;
  mark: PaperMark | null;
  /** Whether the mark could not be read: then that there is none is not known either. */
  isUnknown: boolean;
}

/** Finds out which document is in hand; what was kept before that was known belongs to it. */
export async function knowDocument(port: WordPort, before: Known | null): Promise<Known> {
  const own = before?.own ?? (await ownOf(port));
  const read = await port.readMark().catch(() => undefined);
  const mark = read === undefined ? (before?.mark ?? null) : read;
  moveAll('', own);
  // The same document, made a paper since.
  if (mark !== null) moveAll(own, mark.id);
  return { own, mark, isUnknown: read === undefined };
}

// A chosen file is known by what is in it: chosen again, it is met as it was left. The document of Word stays the one of its pane; on the
// web, where one browser session can open another, its address tells them apart.
async function ownOf(port: WordPort): Promise<string> {
  if (!port.abilities.isWord) return sumOf(await port.readPackage());
  const name = `own ${officeAddress()}`;
  const known = readKept(everyDocument, name);
  if (typeof known === 'string') return known;
  const made = crypto.randomUUID();
  writeKept(everyDocument, name, made);
  return made;
}

/** Hands over everything that was kept for a document under another name. */
export function moveAll(from: string, to: string): void {
  moveKept(from, to);
  moveUnsent(from, to);
}
