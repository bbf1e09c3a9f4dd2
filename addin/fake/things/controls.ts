import { blocksOf, child, isW, valueOf, within } from '../../src/word/ooxml/markup';
import { setControl } from '../../src/word/ooxml/splice';
import { HostError } from '../faults';
import { flatten } from '../../src/word/ooxml/flatten';
import { hostText, paragraphOf } from '../text';
import { blocksFrom, checkLock, handleOf, intoControl, moveCursor, type Location } from './insertion';
import { ParagraphThing } from './paragraphs';
import { RangeThing } from './ranges';
import { Thing, Things, type World } from './thing';

/** A content control: a `w:sdt` of the document. */
export class ControlThing extends Thing {
  constructor(
    world: World,
    readonly element: Element,
  ) {
    super(world);
  }

  override check(): void {
    if (!this.world.document.xml.contains(this.element)) throw new HostError('ItemNotFound', 'the control is gone');
  }

  private get properties(): Element {
    const found = child(this.element, 'sdtPr');
    if (!found) throw new HostError('GeneralException');
    return found;
  }

  private get blocks(): Element[] {
    const content = child(this.element, 'sdtContent');
    return content ? blocksOf(content) : [];
  }

  private locks(what: 'content' | 'sdt'): boolean {
    return valueOf(this.properties, 'lock').toLowerCase().includes(what);
  }

  private lock(what: 'content' | 'sdt', isOn: boolean): void {
    if (this.world.faults.refusesLock === (isOn ? 'lock' : 'unlock')) throw new HostError('AccessDenied', 'the lock is refused');
    const content = what === 'content' ? isOn : this.locks('content');
    const control = what === 'sdt' ? isOn : this.locks('sdt');
    setControl(this.properties, 'lock', content && control ? 'sdtContentLocked' : content ? 'contentLocked' : control ? 'sdtLocked' : '');
  }

  private insert(blocks: () => Element[], location: Location): RangeThing {
    checkLock(this.element);
    if (this.world.faults.refusesInsertion.includes(valueOf(this.properties, 'tag'))) throw new HostError('GeneralException');
    const made = blocks();
    intoControl(this.world, this.element, made, location);
    return new RangeThing(this.world, made);
  }

  protected override readonly scalars = {
    Id: () => handleOf(this.element),
    Tag: () => valueOf(this.properties, 'tag'),
    Title: () => valueOf(this.properties, 'alias'),
    Text: () => hostText(this.blocks),
    CannotEdit: () => this.locks('content'),
    CannotDelete: () => this.locks('sdt'),
    Type: () => 'RichText',
    Subtype: () => 'RichTextParagraphs',
  };

  protected override readonly settable = {
    Tag: (value: string) => setControl(this.properties, 'tag', short(value)),
    Title: (value: string) => setControl(this.properties, 'alias', short(value)),
    CannotEdit: (value: boolean) => this.lock('content', value),
    CannotDelete: (value: boolean) => this.lock('sdt', value),
    Appearance: () => undefined,
  };

  protected override readonly methods = {
    GetOoxml: () => flatten(this.world.document.xml, this.world.document.styles, [this.element]),
    GetReviewedText: (version: string) => hostText(this.blocks, version === 'Current'),
    Clear: () => {
      checkLock(this.element);
      child(this.element, 'sdtContent')?.replaceChildren(paragraphOf(this.world.document.xml, ''));
      moveCursor(this.world);
    },
    Delete: (keepContent: boolean) => {
      checkLock(this.element);
      this.element.replaceWith(...(keepContent ? this.blocks : []));
      moveCursor(this.world);
    },
    Select: () => {
      const last = within(this.element, 'p').at(-1);
      if (last) this.world.document.cursor = last;
      this.world.document.selected = hostText(this.blocks);
    },
  };

  protected override readonly objects = {
    InsertOoxml: (ooxml: string, location: Location) => this.insert(() => blocksFrom(this.world, ooxml), location),
    InsertText: (text: string, location: Location) =>
      this.insert(() => text.split(/\r\n|[\r\n]/).map((line) => paragraphOf(this.world.document.xml, line)), location),
    GetRange: () => new RangeThing(this.world, this.blocks),
    Paragraphs: () =>
      new Things(this.world, () =>
        this.blocks.flatMap((one) => (isW(one, 'p') ? [one] : within(one, 'p'))).map((one) => new ParagraphThing(this.world, one)),
      ),
    ContentControls: () => new ControlsThing(this.world, () => within(this.element, 'sdt')),
    ParentContentControlOrNullObject: () => parentControl(this.world, this.element.parentElement),
  };
}

/** The control around an element; null for none. */
export function parentControl(world: World, element: Element | null): ControlThing | null {
  for (let one = element; one; one = one.parentElement) if (isW(one, 'sdt')) return new ControlThing(world, one);
  return null;
}

/** A list of controls in the order of the document. */
export class ControlsThing extends Things<ControlThing> {
  constructor(
    world: World,
    private readonly elements: () => Element[],
  ) {
    super(
      world,
      () => elements().map((one) => new ControlThing(world, one)),
      (one) => handleOf(one.element),
    );
  }

  private where(isMeant: (properties: Element | null, element: Element) => boolean): ControlsThing {
    return new ControlsThing(this.world, () => this.elements().filter((one) => isMeant(child(one, 'sdtPr'), one)));
  }

  override lead(name: string, args: readonly unknown[]): Thing | null {
    switch (name) {
      case 'GetByTag':
        return this.where((properties) => valueOf(properties, 'tag') === args[0]);
      case 'GetByTitle':
        return this.where((properties) => valueOf(properties, 'alias') === args[0]);
      case 'GetById':
        return this.at(args[0]);
      case 'GetByIdOrNullObject':
        return this.list().find((one) => handleOf(one.element) === args[0]) ?? null;
      default:
        return super.lead(name, args);
    }
  }
}

// Word's limit for titles, which is taken for tags too.
function short(text: string): string {
  if (text.length > 64) throw new HostError('InvalidArgument', 'longer than 64');
  return text;
}
