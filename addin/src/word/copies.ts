import type { Copy, RegionOutcome } from './port';

/** The copies of which an outcome holds what stood there. */
export function copiesOf({ before, copies }: RegionOutcome): Copy[] {
  return copies ?? before.map((_, index) => ({ index, of: before.length, handle: 0 }));
}

/**
 * What each of the regions with a tag is to become, in the order of the document: the first of the contents for all of them, or for those
 * copies that are meant each its own. Undefined for a region that is to stay.
 *
 * @param handles What the host calls the regions now.
 * @param all The copies that are meant together with others at the same time.
 */
export function spread<T>(
  contents: readonly T[],
  copies: readonly Copy[] | null,
  handles: readonly number[],
  all: readonly Copy[] = copies ?? [],
): (T | undefined)[] {
  if (copies === null) return handles.map(() => contents[0]);
  const byHandle = (copy: Copy) => (handles.indexOf(copy.handle) === handles.lastIndexOf(copy.handle) ? handles.indexOf(copy.handle) : -1);
  const claimed = all.map(byHandle);
  const indexes = copies.map((copy) => {
    // A copy may have been deleted or pasted since. Its handle tells it from the others; where the host has given it another one, it is
    // known by its number as long as there are as many as there were. One that cannot be told must not get what stood in another.
    const found = byHandle(copy);
    return found >= 0 || copy.of !== handles.length || claimed.includes(copy.index) ? found : copy.index;
  });
  return handles.map((_, index) => contents[indexes.indexOf(index)]);
}
