import type { Place } from './places';

/**
 * Hosts leave an empty paragraph behind at the end of what was inserted, round tables above all. It is taken away where there was none
 * before, in two syncs for all places. A host that refuses keeps it: nothing but looks depends on this.
 */
export async function tidy(places: readonly Place[], step: () => Promise<void>): Promise<void> {
  const ends = places.flatMap((place) => {
    const isMeant = place.state === 'done' && !place.cannotEdit && !place.cannotDelete && !endsEmpty(place.shown);
    return isMeant && place.now && endsEmpty(place.now.text) ? [place.now.paragraphs.getLast()] : [];
  });
  if (ends.length === 0) return;
  for (const paragraph of ends) paragraph.load('text,tableNestingLevel');
  try {
    await step();
    for (const paragraph of ends) if (paragraph.text === '' && paragraph.tableNestingLevel === 0) paragraph.delete();
    await step();
  } catch {
    // The words are all there.
  }
}

const endsEmpty = (text: string) => /[\r\n]$/.test(text);
