import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { FakeWord } from './host';
import { install, type Globals } from './install';
import type { Profile } from './common';

/** Starts a double of Word on a document, behind Microsoft's own object model; `Office` and `Word` are global afterwards. */
export function startWord(docx: Uint8Array, profile?: Profile): FakeWord {
  const globals = globalThis as unknown as Globals;
  if (globals.Word === undefined) {
    const script = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/word-win32-16.01.js');
    runInThisContext(readFileSync(script, 'utf8'), { filename: script });
  }
  const word = new FakeWord(docx, profile);
  install(word, globals);
  return word;
}
