import { wordsOf } from '../ooxml/words';
import { hasTaken, sameTag, type Place } from './places';

/** The controls of a document before anything was done to it. */
export interface Before {
  /** The ids of all. */
  known: ReadonlySet<number>;
  /** The words of those without a tag by their ids: they are somebody else's. */
  foreign: ReadonlyMap<number, string>;
}

/** Takes note of the controls that are there. */
export function noteOf(controls: readonly Word.ContentControl[]): Before {
  return {
    known: new Set(controls.map((one) => one.id)),
    foreign: new Map(controls.filter((one) => one.tag === '').map((one) => [one.id, wordsOf(one.text)])),
  };
}

/** Which of the controls with its tag is that of a place: by its id, or where it has another one, by its number among as many as before. */
export function match(place: Place, same: readonly Word.ContentControl[], { known }: Before): Word.ContentControl | undefined {
  const own = same.find((one) => one.id === place.control.id);
  const other = same.length === place.copies ? same[place.copy] : undefined;
  return own ?? (other && !known.has(other.id) ? other : undefined);
}

/** The controls of places among all that are there now; a place of which nothing is left is not among them. */
export function matchAll(
  places: readonly Place[],
  now: readonly Word.ContentControl[],
  before: Before,
  taken: ReadonlySet<number>,
): Map<Place, Word.ContentControl> {
  const found = new Map<Place, Word.ContentControl>();
  for (const place of places) {
    const control = match(place, sameTag(now, place.tag), before);
    if (control) found.set(place, control);
  }
  const lost = places.filter((one) => !found.has(one));
  for (const [place, control] of findLost(lost, now, before, taken)) found.set(place, control);
  return found;
}

/**
 * Which of the controls without a tag are those of places whose tags got lost: the same control, or one that was not there before and says
 * the new words alone. A person's own control is never one of them, even where the host has given it another id.
 */
export function findLost(
  lost: readonly Place[],
  now: readonly Word.ContentControl[],
  { known, foreign }: Before,
  taken: ReadonlySet<number>,
): Map<Place, Word.ContentControl> {
  const ids = new Set(now.map((one) => one.id));
  const renamed = new Set([...foreign].filter(([id]) => !ids.has(id)).map(([, words]) => words));
  const untagged = now.filter((one) => one.tag === '' && !taken.has(one.id));
  const fresh = untagged.filter((one) => !known.has(one.id) && !renamed.has(wordsOf(one.text)));
  const found = new Map<Place, Word.ContentControl>();
  let from = 0;
  for (const place of lost) {
    const own = untagged.find((one) => one.id === place.control.id);
    const index = own ? -1 : fresh.findIndex((one, at) => at >= from && saysNew(place, one.text));
    const control = own ?? fresh[index];
    if (control) found.set(place, control);
    if (index < 0) continue;
    from = index + 1;
    // Controls that its contents brought along may have lost their tags too; they follow it.
    for (let inner = place.content?.labels.length ?? 0; inner > 0 && isPart(place, fresh[from]); inner--) from++;
  }
  return found;
}

// Where changes are tracked, some of the old words may be shown beside the new ones.
function saysNew(place: Place, shown: string): boolean {
  const [all, fresh, old] = [shown, place.content?.text ?? '', place.shown].map(wordsOf) as [string, string, string];
  if (all === fresh) return true;
  if (fresh === '') return false;
  const rests = [all.startsWith(fresh) && all.slice(fresh.length), all.endsWith(fresh) && all.slice(0, -fresh.length)];
  return rests.some((rest) => rest !== false && old.includes(rest));
}

function isPart(place: Place, control: Word.ContentControl | undefined): boolean {
  return control !== undefined && wordsOf(place.content?.text ?? '').includes(wordsOf(control.text));
}

/** Whether a document has the new words of a place outside of its controls, as where a host has lost the control round them. */
export function standsLoose(place: Place, text: string, now: readonly Word.ContentControl[]): boolean {
  const words = wordsOf(place.content?.text ?? '');
  const inside = now.filter((one) => hasTaken(place, one.text)).length;
  return words !== '' && wordsOf(text).split(words).length - 1 > inside;
}
