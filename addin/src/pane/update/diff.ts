/** A piece of a text beside an older one. */
export interface DiffPiece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

// The table of the comparison has a cell for each pair of words: a million take some ten milliseconds and 4 MB.
const mostCells = 1_000_000;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What differs between two texts, word by word; in texts that are too long for that, sentence by sentence. */
export function diffWords(before: string, after: string): DiffPiece[] {
  return joined(diffBy([wordsOf, sentencesOf], before, after));
}

type Cutter = (text: string) => string[];

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), (one) => one.segment);
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/g) ?? [];
}

/** Compares by the first way of cutting that is not too much work; where none is, the whole texts stand against each other. */
function diffBy(cutters: readonly Cutter[], before: string, after: string): DiffPiece[] {
  const [cut, ...coarser] = cutters;
  if (!cut) return [piece('removed', before), piece('added', after)];
  const old = cut(before);
  const fresh = cut(after);
  const start = alike(old, fresh, (i) => [old[i], fresh[i]]);
  const rest = Math.min(old.length, fresh.length) - start;
  const end = Math.min(
    rest,
    alike(old, fresh, (i) => [old[old.length - 1 - i], fresh[fresh.length - 1 - i]]),
  );
  const oldMiddle = old.slice(start, old.length - end);
  const freshMiddle = fresh.slice(start, fresh.length - end);
  const middle =
    oldMiddle.length * freshMiddle.length > mostCells
      ? diffBy(coarser, oldMiddle.join(''), freshMiddle.join(''))
      : compared(oldMiddle, freshMiddle);
  return [piece('same', old.slice(0, start).join('')), ...middle, piece('same', old.slice(old.length - end).join(''))];
}

/** How many of the pairs are alike, counted from the first. */
function alike(one: string[], other: string[], pair: (i: number) => [string | undefined, string | undefined]): number {
  const most = Math.min(one.length, other.length);
  for (let i = 0; i < most; i++) {
    const [left, right] = pair(i);
    if (left !== right) return i;
  }
  return most;
}

/** The longest common subsequence, by the usual table of lengths. */
function compared(old: string[], fresh: string[]): DiffPiece[] {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      lengths[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: DiffPiece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pieces.push(piece('same', old[i] ?? ''));
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) pieces.push(piece('removed', old[i++] ?? ''));
    else pieces.push(piece('added', fresh[j++] ?? ''));
  }
  return pieces;
}

function piece(kind: DiffPiece['kind'], text: string): DiffPiece {
  return { kind, text };
}

/** Joins neighbours of a kind; what was removed stands before what was added in its place. */
function joined(pieces: DiffPiece[]): DiffPiece[] {
  const all: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') all.push(piece('removed', removed));
    if (added !== '') all.push(piece('added', added));
    removed = added = '';
  };
  for (const one of pieces) {
    if (one.text === '') continue;
    if (one.kind === 'removed') removed += one.text;
    else if (one.kind === 'added') added += one.text;
    else {
      flush();
      const last = all.at(-1);
      if (last?.kind === 'same') last.text += one.text;
      else all.push({ ...one });
    }
  }
  flush();
  return all;
}
