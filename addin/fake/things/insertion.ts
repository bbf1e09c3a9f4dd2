import { readFlat } from '../../src/word/ooxml/flat';
import { blocksOf, child, isW, make, within } from '../../src/word/ooxml/markup';
import { adopt, controlId, renumber, setControl } from '../../src/word/ooxml/splice';
import { HostError } from '../faults';
import { paragraphText } from '../text';
import { markDeleted, markInserted } from '../tracking';
import type { World } from './thing';

/** Where something goes. */
export type Location = 'Replace' | 'Start' | 'End' | 'Before' | 'After';

/** The blocks of flat OPC, ready to stand in the document, closed by a paragraph as Word wants it. */
export function blocksFrom(world: World, ooxml: string): Element[] {
  let blocks: Element[];
  try {
    blocks = adopt({ document: world.document.xml, styles: world.document.styles }, readFlat(ooxml));
  } catch {
    throw new HostError('InvalidArgument', 'not flat OPC');
  }
  if (!isW(blocks.at(-1), 'p') || world.faults.addsParagraph) blocks.push(make(world.document.xml, 'p'));
  return blocks;
}

/** Puts blocks into a control. */
export function intoControl(world: World, control: Element, blocks: Element[], location: Location): void {
  const content = child(control, 'sdtContent');
  if (!content || control.parentElement?.localName === 'p') throw new HostError('GeneralException', 'not a block');
  const { xml, tracking } = world.document;
  const isTracked = tracking !== 'Off';
  const old = blocksOf(content);
  if (isTracked) markInserted(xml, blocks);
  if (location === 'Start') content.prepend(...blocks);
  else if (location === 'End') content.append(...blocks);
  else content.replaceChildren(...(isTracked ? markDeleted(xml, old) : []), ...blocks);
  misbehave(world, control);
}

function misbehave(world: World, control: Element): void {
  const { faults, document } = world;
  startTracking(world);
  const properties = child(control, 'sdtPr');
  if (properties && faults.resetsLabels) for (const name of ['alias', 'tag']) setControl(properties, name, '');
  if (faults.renewsControls) {
    const fresh = control.cloneNode(true) as Element;
    control.replaceWith(fresh);
    renumber(document.xml, [fresh]);
  }
  if (faults.losesControls) control.replaceWith(...Array.from(child(control, 'sdtContent')?.children ?? []));
  moveCursor(world);
}

/** A host that has the fault tracks changes after whatever was inserted. */
export function startTracking(world: World): void {
  if (world.faults.tracksAfterInsertion) world.document.tracking = 'TrackAll';
}

/** Puts blocks at the end of a paragraph: behind it, or in its place where it is empty. */
export function atParagraph(world: World, paragraph: Element, blocks: Element[]): void {
  if (world.document.tracking !== 'Off') markInserted(world.document.xml, blocks);
  const isEmpty = paragraphText(paragraph) === '' && within(paragraph, 'sectPr').length === 0;
  paragraph.after(...blocks);
  if (isEmpty) paragraph.remove();
  const { faults } = world;
  if (faults.resetsLabels)
    for (const block of blocks)
      for (const control of [block, ...Array.from(block.getElementsByTagName('*'))].filter((one) => one.localName === 'sdt')) {
        const properties = child(control, 'sdtPr');
        if (properties) for (const name of ['alias', 'tag']) setControl(properties, name, '');
      }
  startTracking(world);
  const last = blocks.at(-1);
  world.document.cursor = last && isW(last, 'p') ? last : world.document.lastParagraph();
}

/** Thrown where a place is locked. */
export function checkLock(element: Element): void {
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (!isW(one, 'sdt')) continue;
    const properties = child(one, 'sdtPr');
    const lock = (properties && child(properties, 'lock')?.getAttribute('w:val')) ?? '';
    if (lock === 'contentLocked' || lock === 'sdtContentLocked') throw new HostError('AccessDenied', 'locked');
    if (one === element && lock === 'sdtLocked') throw new HostError('AccessDenied', 'locked');
  }
}

/** A cursor whose paragraph went away goes to the end. */
export function moveCursor(world: World): void {
  if (!world.document.xml.contains(world.document.cursor)) world.document.cursor = world.document.lastParagraph();
}

/** A control around blocks. */
export function wrapIn(world: World, blocks: readonly Element[]): Element {
  const { xml } = world.document;
  const first = blocks[0];
  if (!first) throw new HostError('InvalidArgument');
  const control = make(xml, 'sdt');
  const content = make(xml, 'sdtContent');
  first.before(control);
  control.append(make(xml, 'sdtPr'), content);
  content.append(...blocks);
  renumber(xml, [control]);
  return control;
}

/** What the other side calls a control. */
export const handleOf = controlId;
