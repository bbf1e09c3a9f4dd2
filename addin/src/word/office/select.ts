import type { TextPlace } from '../port';
import { wordsOf } from '../ooxml/words';
import { readable } from '../trouble';
import type { Run } from './waiting';

/** Selects a paragraph: the one of that number where it begins as it should, otherwise the nearest that does. */
export async function selectPlace(run: Run, place: TextPlace): Promise<boolean> {
  try {
    return await run(async (context, step) => {
      const paragraphs = context.document.body.paragraphs;
      paragraphs.load('items/text,items/tableNestingLevel');
      await step();
      const outside = paragraphs.items.filter((one) => one.tableNestingLevel === 0);
      const found = nearest(outside, place) ?? nearest(paragraphs.items, { paragraph: null, text: place.text });
      if (!found) return false;
      found.select('Select');
      await step();
      return true;
    });
  } catch (error) {
    throw readable(error);
  }
}

function nearest(paragraphs: readonly Word.Paragraph[], { paragraph, text }: TextPlace): Word.Paragraph | undefined {
  const words = wordsOf(text);
  const meant = (paragraph ?? 1) - 1;
  if (words === '') return paragraph === null ? undefined : paragraphs[meant];
  return paragraphs
    .map((one, index) => ({ one, away: Math.abs(index - meant) }))
    .filter(({ one }) => wordsOf(one.text).startsWith(words))
    .sort((one, other) => one.away - other.away)[0]?.one;
}
