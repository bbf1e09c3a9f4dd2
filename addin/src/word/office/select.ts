import type { TextPlace } from '../port';
import { wordsOf } from '../ooxml/words';
import { readable } from '../trouble';
import type { Run } from './waiting';

/** Selects a paragraph: the one of that number where it says so, otherwise the nearest that does. */
export async function selectPlace(run: Run, place: TextPlace): Promise<boolean> {
  try {
    return await run(async (context, step) => {
      const paragraphs = context.document.body.paragraphs;
      paragraphs.load('items/text,items/tableNestingLevel');
      await step();
      const found = find(
        paragraphs.items.map((one, at) => ({ one, at, words: comparable(one.text), isInTable: one.tableNestingLevel > 0 })),
        place,
      );
      if (!found) return false;
      found.select('Select');
      await step();
      return true;
    });
  } catch (error) {
    throw readable(error);
  }
}

interface Candidate {
  one: Word.Paragraph;
  at: number;
  words: string;
  isInTable: boolean;
}

function find(all: readonly Candidate[], place: TextPlace): Word.Paragraph | undefined {
  const words = comparable(place.text);
  const meant = meantOf(all, place);
  if (words === '') return meant?.one;
  if (meant?.words.includes(words)) return meant.one;
  const isCounted = place.paragraph !== null || place.table != null;
  // A number behind the end, of a document that has become shorter, is nearest to what stands last.
  const from = meant?.at ?? (isCounted ? all.length : 0);
  const [likely, others] = [all.filter((one) => isLikely(one, place)), all.filter((one) => !isLikely(one, place))];
  for (const pool of [likely, others]) {
    // Where a paragraph begins so it is meant rather than where the words are only named.
    const hit = nearest(pool, from, (text) => text.startsWith(words)) ?? nearest(pool, from, (text) => text.includes(words));
    if (hit) return hit.one;
  }
  return undefined;
}

function meantOf(all: readonly Candidate[], { paragraph, table, isOfAll }: TextPlace): Candidate | undefined {
  if (table != null) return all.filter(({ isInTable }, i) => isInTable && !all[i - 1]?.isInTable)[table - 1];
  if (paragraph === null) return undefined;
  return (isOfAll ? all : all.filter((one) => !one.isInTable))[paragraph - 1];
}

function isLikely({ isInTable }: Candidate, { table, isOfAll }: TextPlace): boolean {
  return isOfAll === true || isInTable === (table != null);
}

function nearest(pool: readonly Candidate[], from: number, fits: (text: string) => boolean): Candidate | undefined {
  return pool
    .filter((one) => fits(one.words))
    .sort((one, other) => Math.abs(one.at - from) - Math.abs(other.at - from))
    .at(0);
}

// What a host makes of blanks, and of letters of full and half width, tells no two texts apart.
function comparable(text: string): string {
  return wordsOf(text.normalize('NFKC'));
}
