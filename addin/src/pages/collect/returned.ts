import type { Collected } from '../../api/types';

/** A workbook that came back: being read, looked at, being written, or written. */
export interface Returned {
  id: string;
  file: File;
  step: 'reading' | 'seen' | 'writing' | 'written';
  answer: Collected | null;
  error: unknown;
}

/** What happens to workbooks that came back. */
export type Happening =
  | { kind: 'chosen'; id: string; file: File }
  | { kind: 'writing'; id: string }
  | { kind: 'answered'; id: string; answer: Collected }
  | { kind: 'failed'; id: string; error: unknown }
  | { kind: 'removed'; id: string };

/** The workbooks after something happened to one of them. A file of a name that is there takes the place of the one before. */
export function after(all: readonly Returned[], happening: Happening): Returned[] {
  if (happening.kind === 'chosen') {
    const { id, file } = happening;
    const others = all.filter((one) => one.file.name !== file.name || one.step === 'writing');
    return [...others, { id, file, step: 'reading', answer: null, error: null }];
  }
  if (happening.kind === 'removed') return all.filter((one) => one.id !== happening.id);
  return all.map((one) => (one.id === happening.id ? changed(one, happening) : one));
}

function changed(one: Returned, happening: Exclude<Happening, { kind: 'chosen' | 'removed' }>): Returned {
  switch (happening.kind) {
    case 'writing':
      return { ...one, step: 'writing', error: null };
    case 'answered':
      return { ...one, step: happening.answer.applied ? 'written' : 'seen', answer: happening.answer, error: null };
    case 'failed':
      // What was seen before a failure stays on the screen, to be tried again.
      return { ...one, step: 'seen', error: happening.error };
  }
}

/** Whether there is anything of a workbook to write. */
export function isToWrite(one: Returned): boolean {
  return one.step === 'seen' && (one.answer?.changes.length ?? 0) > 0;
}
