import { spread } from '../copies';
import { contentOf, saySame, type Piece } from '../ooxml/flat';
import { wordsOf } from '../ooxml/words';
import type { Copy } from '../port';
import { zhWord } from '../strings';
import { isLocked, isTrouble } from '../trouble';

/** What regions with a tag are to become. */
export interface Wish {
  tag: string;
  title: string;
  /** Only copies that say this are touched; null for all. */
  was: string | null;
  /** One for all copies, or one for each of those that are meant. */
  contents: Piece[];
  /** Which copies are meant; null for all. */
  copies: readonly Copy[] | null;
}

/** What a wish has for one place. */
interface Meant {
  wish: Wish;
  content: Piece;
}

/** A content control of the document in hand that is to be given new contents. */
export interface Place {
  tag: string;
  /** Which one of those with its tag, from 0. */
  copy: number;
  copies: number;
  control: Word.ContentControl;
  /** The control that is there after the insertion, once it is found. */
  now: Word.ContentControl | null;
  /** What the host showed there before anything was done. */
  shown: string;
  cannotEdit: boolean;
  cannotDelete: boolean;
  /** The wishes that speak of it. */
  meant: Meant[];
  /** The wish that is carried out here, once it is known what stands here. */
  wish: Wish;
  content: Piece | null;
  /** What stood here, as it can be put back. */
  before: string | null;
  state: 'waiting' | 'left' | 'done';
  problems: Set<string>;
  /** Whether the text had changed meanwhile. */
  isEdited: boolean;
}

const loaded = 'items/id,items/tag,items/title,items/text,items/cannotEdit,items/cannotDelete';

/** Asks for the controls of a collection with all that is needed of them. */
export function ask(controls: Word.ContentControlCollection): Word.ContentControlCollection {
  controls.load(loaded);
  return controls;
}

/** The places that wishes speak of, in the order of the document. */
export function placesOf(controls: readonly Word.ContentControl[], wishes: readonly Wish[]): Place[] {
  const contents = wishes.map(({ tag, contents, copies }) => {
    const handles = sameTag(controls, tag).map((one) => one.id);
    const all = wishes.flatMap((one) => (one.tag === tag ? (one.copies ?? []) : []));
    return spread(contents, copies, handles, all);
  });
  return controls.flatMap((control) => {
    const same = sameTag(controls, control.tag);
    const copy = same.indexOf(control);
    const meant = wishes.flatMap((wish, index) => {
      const content = wish.tag === control.tag ? contents[index]?.[copy] : undefined;
      return content ? [{ wish, content }] : [];
    });
    const wish = meant[0]?.wish;
    if (!wish) return [];
    const { tag, text: shown, cannotEdit, cannotDelete } = control;
    const state = { content: null, now: null, before: null, state: 'waiting' as const, problems: new Set<string>(), isEdited: false };
    return [{ tag, copy, copies: same.length, control, shown, cannotEdit, cannotDelete, meant, wish, ...state }];
  });
}

/** The controls with a tag, in the order of the document. */
export function sameTag(controls: readonly Word.ContentControl[], tag: string): Word.ContentControl[] {
  return controls.filter((one) => one.tag === tag);
}

/** The sentence for a region that stays as it was. */
export function problemOf(error: unknown): string {
  if (isTrouble(error, 'timeout')) return zhWord.region.silent;
  return isLocked(error) ? zhWord.region.locked : zhWord.region.refused;
}

/** Takes note of what stands at a place, and decides whether a wish is for it. */
export function accept(place: Place, ooxml: string): void {
  const { text, ooxml: before } = contentOf(ooxml, place.tag);
  place.before = before;
  // Line by line, as the service and the pieces are read too: who splits a paragraph or moves words to another cell has edited it.
  const found = place.meant.find(({ wish }) => wish.was === null || wish.was === text);
  if (!found) {
    place.state = 'left';
    place.isEdited = true;
    return;
  }
  place.wish = found.wish;
  place.content = found.content;
}

/** Leaves a place as it is, and says why. */
export function leave(place: Place, problem: string): void {
  place.state = 'left';
  place.problems.add(problem);
}

/** Notes that a place has its new contents; what the host shows there now tells whether it has taken all of them. */
export function finish(place: Place, shown: string | null): void {
  place.state = 'done';
  if (shown !== null && !hasTaken(place, shown)) place.problems.add(zhWord.region.unsure);
}

/** Whether what is shown has the new words. Where changes are tracked, the old ones may be shown beside them. */
export function hasTaken(place: Place, shown: string): boolean {
  return wordsOf(shown).includes(wordsOf(place.content?.text ?? ''));
}

/** Whether nothing has changed at a place since it was first read. */
export function isUntouched(place: Place, shown: string): boolean {
  return saySame(place.shown, shown);
}
