import type { Fragment } from '../port';
import { pieceOf, type Label } from '../ooxml/flat';
import { readable, trouble } from '../trouble';
import { managed } from './regions';
import { setTracking } from './tracking';
import type { Run } from './waiting';

/** Puts a fragment at the end of what is selected, which stays. Controls that lose their labels on the way get them again. */
export async function insertPiece(run: Run, fragment: Fragment, seesTracking: boolean): Promise<void> {
  let inner: Label[];
  try {
    inner = pieceOf(fragment.ooxml).labels;
  } catch {
    throw trouble('badPiece');
  }
  await atCursor(run, seesTracking, async (selection, step) => {
    const range = selection.insertOoxml(fragment.ooxml, 'End');
    const inside = range.contentControls;
    inside.load('items/id,items/tag,items/title');
    const around = fragment.tag === '' ? null : range.insertContentControl();
    if (around) {
      around.tag = fragment.tag;
      around.title = fragment.title;
      around.load('id,tag,title');
    }
    range.select('End');
    await step();
    const wanted = around ? [{ tag: fragment.tag, title: fragment.title }, ...inner] : inner;
    const there = around ? [around, ...inside.items.filter((one) => one.id !== around.id)] : inside.items;
    if (there.length !== wanted.length) throw trouble('labelsLost');
    const lost = there.filter((one, index) => one.tag !== wanted[index]?.tag || one.title !== wanted[index].title);
    if (lost.length === 0) return;
    there.forEach((one, index) => {
      one.tag = wanted[index]?.tag ?? '';
      one.title = wanted[index]?.title ?? '';
      one.load('tag');
    });
    await step().catch(() => {
      throw trouble('labelsLost');
    });
    if (there.some((one, index) => one.tag !== wanted[index]?.tag)) throw trouble('labelsLost');
  });
}

/** Puts text after the paragraph of the cursor, or into it where it is empty; a paragraph for each line. */
export async function insertText(run: Run, lines: readonly string[], seesTracking: boolean): Promise<void> {
  await atCursor(run, seesTracking, async (selection, step) => {
    const here = selection.paragraphs.getLast();
    here.load('text');
    await step();
    let last = here;
    lines.forEach((line, index) => {
      if (index === 0 && here.text.trim() === '') here.insertText(line, 'Start');
      else last = last.insertParagraph(line, 'After');
    });
    last.select('End');
    await step();
  });
}

/** Puts a table after the cursor; rows that are shorter than others are filled up. */
export async function insertRows(run: Run, rows: readonly (readonly string[])[], seesTracking: boolean): Promise<void> {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return;
  const cells = rows.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? ''));
  await atCursor(run, seesTracking, async (selection, step) => {
    const table = selection.insertTable(cells.length, columns, 'After', cells);
    table.headerRowCount = 1;
    await step();
  });
}

/** How many controls round the cursor are looked at; one that stands deeper is taken to be in a managed region. */
const deepest = 8;

/**
 * Whether a place is in a managed region, be it in a person's own control there. One sync where no control or a region is next to it, and
 * one more for each control of the person: what hosts make of the control round one that is not there is not known.
 */
async function isManaged(selection: Word.Range, step: () => Promise<void>): Promise<boolean> {
  let around = selection.parentContentControlOrNullObject;
  for (let depth = 0; depth < deepest; depth++) {
    around.load('tag');
    await step();
    if (around.isNullObject) return false;
    if (around.tag.startsWith(managed)) return true;
    around = around.parentContentControlOrNullObject;
  }
  return true;
}

/** Does something at the cursor, unless that stands in a managed region: what is typed there would be replaced one day. */
async function atCursor(
  run: Run,
  seesTracking: boolean,
  work: (selection: Word.Range, step: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const progress = { hasBegun: false };
  try {
    await run(async (context, step) => {
      const { document } = context;
      if (seesTracking) document.load('changeTrackingMode');
      const selection = document.getSelection();
      if (await isManaged(selection, step)) throw trouble('inside');
      progress.hasBegun = true;
      if (seesTracking) await keepTracking(document, step, (seeing) => work(selection, seeing));
      else await work(selection, step);
    });
  } catch (error) {
    throw readable(error, progress.hasBegun ? 'half' : 'refused');
  }
}

/**
 * Leaves the tracking of changes as it was before some work, whatever happens in it. What it has become is read with each step of the
 * work, and it is set only where it is another: setting it takes a sync more, which a protected document may refuse. After a step that
 * failed nobody knows what it is, so it is set.
 */
async function keepTracking(
  document: Word.Document,
  step: () => Promise<void>,
  work: (seeing: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const before = document.changeTrackingMode;
  const tracking = { isKept: false, isRestored: true };
  try {
    await work(async () => {
      tracking.isKept = false;
      document.load('changeTrackingMode');
      await step();
      tracking.isKept = document.changeTrackingMode === before;
    });
  } finally {
    if (!tracking.isKept) tracking.isRestored = await setTracking(document, before, step);
  }
  if (!tracking.isRestored) throw trouble('tracking');
}
