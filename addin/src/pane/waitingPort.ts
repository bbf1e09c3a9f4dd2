import type { WordPort } from '../word/port';
import { words } from './words';

function wait(): Promise<never> {
  return Promise.reject(new Error(words.document.waiting));
}

/** Stands where the port will be, so that the pane can be drawn at once. */
export const waitingPort: WordPort = {
  abilities: { isWord: false, hasDocument: false, seesTracking: false, replacesWhole: false, edits: false },
  readPackage: wait,
  readMark: () => Promise.resolve(null),
  regions: wait,
  replace: wait,
  putBack: wait,
  writeRecord: wait,
  insertFragment: wait,
  insertLines: wait,
  insertTable: wait,
  openNew: wait,
  replaceWhole: wait,
  select: wait,
  markFinal: wait,
  onDocument: () => () => undefined,
};
