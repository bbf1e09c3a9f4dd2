import { W, child, copyInto, make, valueOf, within } from './markup';
import type { Flat } from './flat';

/** Where blocks come to stand. */
export interface Target {
  document: XMLDocument;
  /** The part with the styles; null where there is none. */
  styles: XMLDocument | null;
}

const naming = ['pStyle', 'rStyle', 'tblStyle'];

/**
 * The blocks of a piece as they can stand in a document: its styles are matched by name, and brought along where the document has none
 * of that name, as Word does; content controls get ids of their own.
 */
export function adopt(target: Target, piece: Flat): Element[] {
  const blocks = copyInto(target.document, piece.blocks);
  const ids = target.styles ? bringStyles(target.styles, piece.styles) : new Map<string, string>();
  for (const block of blocks)
    for (const name of naming)
      for (const style of within(block, name)) {
        const id = ids.get(style.getAttributeNS(W, 'val') ?? '');
        if (id) style.setAttributeNS(W, 'w:val', id);
      }
  renumber(target.document, blocks);
  return blocks;
}

/** Brings styles along; gives the ids that these have in the document where they differ. */
function bringStyles(styles: XMLDocument, wanted: readonly Element[]): Map<string, string> {
  const known = within(styles, 'style');
  const byName = new Map(known.map((one) => [nameOf(one), idOf(one)]));
  const taken = new Set(known.map(idOf));
  const ids = new Map<string, string>();
  for (const style of wanted) {
    const there = byName.get(nameOf(style));
    const id = there ?? free(idOf(style), taken);
    if (id !== idOf(style)) ids.set(idOf(style), id);
    if (there !== undefined) continue;
    const [copy] = copyInto(styles, [style]);
    if (!copy) continue;
    copy.setAttributeNS(W, 'w:styleId', id);
    taken.add(id);
    styles.documentElement.append(copy);
  }
  return ids;
}

const nameOf = (style: Element) => `${style.getAttributeNS(W, 'type') ?? ''} ${valueOf(style, 'name').toLowerCase()}`;

const idOf = (style: Element) => style.getAttributeNS(W, 'styleId') ?? '';

function free(id: string, taken: ReadonlySet<string>): string {
  let found = id;
  for (let i = 2; taken.has(found); i++) found = `${id}${i}`;
  return found;
}

/** Gives the content controls in these blocks ids that no other one has. */
export function renumber(document: XMLDocument, blocks: readonly Element[]): void {
  const controls = blocks.flatMap((one) => (one.localName === 'sdt' ? [one, ...within(one, 'sdt')] : within(one, 'sdt')));
  if (controls.length === 0) return;
  let next = Math.max(0, ...within(document, 'sdt').map(controlId));
  for (const control of controls) {
    const properties = child(control, 'sdtPr');
    if (properties) setControl(properties, 'id', String(++next));
  }
}

/** The number of a content control; 0 where it has none. */
export function controlId(control: Element): number {
  return Number(valueOf(child(control, 'sdtPr'), 'id')) || 0;
}

const order = ['rPr', 'alias', 'tag', 'id', 'lock'];

/** Sets a property of a content control at the place that the schema gives it; an empty value takes it away. */
export function setControl(properties: Element, name: string, value: string): void {
  child(properties, name)?.remove();
  if (value === '') return;
  const before = order.slice(0, order.indexOf(name));
  const after = Array.from(properties.children).filter((one) => one.namespaceURI === W && before.includes(one.localName));
  const document = properties.ownerDocument;
  const last = after.at(-1);
  const element = make(document, name, value);
  if (last) last.after(element);
  else properties.prepend(element);
}
