import type { Patience, RegionOutcome } from '../port';
import { zhWord } from '../strings';
import { readable } from '../trouble';
import { Batches } from './batches';
import { ask, placesOf, problemOf, type Place, type Wish } from './places';
import { setTracking } from './tracking';
import type { Run } from './waiting';

/** How contents are swapped. */
export interface SwapOptions extends Patience {
  /** Whether the host lets the tracking of changes be seen and set. */
  seesTracking: boolean;
  /** Whether the swap itself is not to be tracked. */
  untracked: boolean;
}

/**
 * Gives regions new contents: one sync for each ten, and a few more. What goes wrong at one place is told with it; the others go on. Throws
 * only where nothing was changed yet. The tracking of changes is afterwards as it was, whatever happens.
 */
export async function swap(run: Run, wishes: readonly Wish[], options: SwapOptions): Promise<RegionOutcome[]> {
  const places: Place[] = [];
  let isRestored = true;
  await run(async (context, step) => {
    const { document } = context;
    const controls = ask(document.body.contentControls);
    if (options.seesTracking) document.load('changeTrackingMode');
    await step();
    places.push(...placesOf(controls.items, wishes));
    const tracking = options.seesTracking ? document.changeTrackingMode : null;
    if (places.length === 0) return;
    try {
      if (tracking && tracking !== 'Off' && options.untracked) document.changeTrackingMode = 'Off';
      await new Batches(context, step, places, controls.items, options).run();
    } finally {
      if (tracking) isRestored = await setTracking(document, tracking, step);
    }
  }).catch((error: unknown) => {
    if (places.every((one) => one.before === null)) throw readable(error);
    tellRest(places, error);
  });
  return outcomesOf(places, wishes, isRestored);
}

/** What could not even be tried is told too. */
function tellRest(places: readonly Place[], error: unknown): void {
  for (const place of places.filter((one) => one.state === 'waiting')) {
    place.state = 'left';
    place.problems.add(problemOf(error));
  }
}

function outcomesOf(places: readonly Place[], wishes: readonly Wish[], isRestored: boolean): RegionOutcome[] {
  return wishes.map((wish, index) => {
    const meant = places.filter((one) => one.meant.some((it) => it.wish === wish));
    const mine = meant.filter((one) => one.wish === wish);
    const done = mine.filter((one) => one.state === 'done');
    const kept = done.filter((one) => one.before !== null);
    const problems = new Set(mine.flatMap((one) => [...one.problems]));
    const edited = mine.filter((one) => one.isEdited).length;
    if (edited > 0) problems.add(zhWord.region.edited(edited));
    if (meant.length < (wish.copies?.length ?? 1)) problems.add(zhWord.region.missing);
    else if (mine.length === 0) problems.add(zhWord.region.edited(1));
    if (!isRestored && index === 0) problems.add(zhWord.region.tracking);
    return {
      tag: wish.tag,
      title: wish.title,
      replaced: done.length,
      problem: [...problems].join(''),
      before: kept.map((one) => one.before ?? ''),
      copies: kept.map(({ copy, copies, now, control }) => ({ index: copy, of: copies, handle: (now ?? control).id })),
      text: wish.contents[0]?.text ?? '',
    };
  });
}
