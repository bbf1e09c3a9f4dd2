import { W, child, isInside, isW, make, within } from '../src/word/ooxml/markup';

let revision = 9000;

function mark(document: XMLDocument, name: string): Element {
  const element = make(document, name);
  element.setAttributeNS(W, 'w:id', String(++revision));
  element.setAttributeNS(W, 'w:author', '张三');
  element.setAttributeNS(W, 'w:date', '2022-03-05T09:00:00Z');
  return element;
}

/** Marks blocks as deleted; what was only inserted under revision goes at once. Gives what is left of them. */
export function markDeleted(document: XMLDocument, blocks: readonly Element[]): Element[] {
  return blocks.filter((block) => {
    for (const inserted of withSelf(block, 'ins').filter((one) => one.children.length > 0)) inserted.remove();
    for (const run of within(block, 'r').filter((one) => !isInside(one, 'del'))) {
      for (const text of within(run, 't')) {
        const deleted = make(document, 'delText');
        deleted.textContent = text.textContent;
        deleted.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
        text.replaceWith(deleted);
      }
      wrap(document, run, 'del');
    }
    return markHolders(document, block, 'del', 'ins');
  });
}

/** Marks a run as inserted. */
export function markRun(document: XMLDocument, run: Element): void {
  if (!isInside(run, 'ins')) wrap(document, run, 'ins');
}

/** Marks blocks as inserted. */
export function markInserted(document: XMLDocument, blocks: readonly Element[]): void {
  for (const block of blocks) {
    for (const run of within(block, 'r')) markRun(document, run);
    markHolders(document, block, 'ins', '');
  }
}

function wrap(document: XMLDocument, run: Element, name: string): void {
  const element = mark(document, name);
  run.replaceWith(element);
  element.append(run);
}

// Paragraph marks and rows carry their revision in their properties. False where a whole block was one that is taken back.
function markHolders(document: XMLDocument, block: Element, name: string, undone: string): boolean {
  for (const row of withSelf(block, 'tr')) hold(document, properties(document, row, 'trPr'), name);
  for (const paragraph of withSelf(block, 'p')) {
    const looks = properties(document, properties(document, paragraph, 'pPr'), 'rPr', true);
    if (undone && paragraph === block && child(looks, undone)) return false;
    hold(document, looks, name);
  }
  return true;
}

function hold(document: XMLDocument, holder: Element, name: string): void {
  if (!child(holder, name)) holder.prepend(mark(document, name));
}

function properties(document: XMLDocument, holder: Element, name: string, isLast = false): Element {
  const there = child(holder, name);
  if (there) return there;
  const made = make(document, name);
  if (isLast) holder.append(made);
  else holder.prepend(made);
  return made;
}

function withSelf(block: Element, name: string): Element[] {
  return isW(block, name) ? [block, ...within(block, name)] : within(block, name);
}
