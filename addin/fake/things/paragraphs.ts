import { child, isW } from '../../src/word/ooxml/markup';
import { HostError } from '../faults';
import { paragraphOf, paragraphText, runOf } from '../text';
import { markInserted, markRun } from '../tracking';
import { checkLock, moveCursor, startTracking, type Location } from './insertion';
import { RangeThing } from './ranges';
import { Thing, type World } from './thing';

/** A paragraph. */
export class ParagraphThing extends Thing {
  constructor(
    world: World,
    readonly element: Element,
  ) {
    super(world);
  }

  override check(): void {
    if (!this.world.document.xml.contains(this.element)) throw new HostError('ItemNotFound', 'the paragraph is gone');
  }

  protected override readonly scalars = {
    Text: () => paragraphText(this.element),
    TableNestingLevel: () => depth(this.element),
    IsLastParagraph: () => this.element === this.world.document.lastParagraph(),
  };

  protected override readonly methods = {
    Select: () => {
      this.world.document.cursor = this.element;
      this.world.document.selected = paragraphText(this.element);
    },
    Delete: () => {
      checkLock(this.element);
      this.element.remove();
      moveCursor(this.world);
    },
  };

  protected override readonly objects = {
    GetRange: () => new RangeThing(this.world, [this.element]),
    InsertText: (text: string, location: Location) => {
      checkLock(this.element);
      const { xml, tracking } = this.world.document;
      const run = runOf(xml, text);
      const looks = child(this.element, 'pPr');
      if (location === 'Replace') this.element.replaceChildren(...(looks ? [looks] : []), run);
      else if (location === 'Start' && looks) looks.after(run);
      else if (location === 'Start') this.element.prepend(run);
      else this.element.append(run);
      if (tracking !== 'Off') markRun(xml, run);
      startTracking(this.world);
      return new RangeThing(this.world, [this.element]);
    },
    InsertParagraph: (text: string, location: Location) => {
      checkLock(this.element);
      const made = paragraphOf(this.world.document.xml, text, this.element);
      if (this.world.document.tracking !== 'Off') markInserted(this.world.document.xml, [made]);
      if (location === 'Before') this.element.before(made);
      else this.element.after(made);
      startTracking(this.world);
      return new ParagraphThing(this.world, made);
    },
  };
}

function depth(element: Element): number {
  let found = 0;
  for (let one = element.parentElement; one; one = one.parentElement) if (isW(one, 'tbl')) found++;
  return found;
}
