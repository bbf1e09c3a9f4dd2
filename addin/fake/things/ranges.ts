import { isW, within } from '../../src/word/ooxml/markup';
import { HostError } from '../faults';
import { markInserted } from '../tracking';
import { flatten } from '../../src/word/ooxml/flatten';
import { hostText, tableOf } from '../text';
import { atParagraph, blocksFrom, checkLock, startTracking, wrapIn, type Location } from './insertion';
import { ControlThing, ControlsThing, parentControl } from './controls';
import { ParagraphThing } from './paragraphs';
import { Thing, Things, type World } from './thing';

/** A stretch of whole blocks; that of the selection is the paragraph in which the cursor stands, and things are inserted at its end. */
export class RangeThing extends Thing {
  constructor(
    world: World,
    private readonly blocks: readonly Element[],
  ) {
    super(world);
  }

  override check(): void {
    if (!this.blocks.every((one) => this.world.document.xml.contains(one))) throw new HostError('ItemNotFound', 'the range is gone');
  }

  private get last(): Element {
    const last = this.blocks.at(-1);
    if (!last) throw new HostError('ItemNotFound');
    return last;
  }

  private get lastParagraph(): Element {
    const found = isW(this.last, 'p') ? this.last : within(this.last, 'p').at(-1);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }

  protected override readonly scalars = {
    Text: () => hostText(this.blocks),
    IsEmpty: () => hostText(this.blocks) === '',
  };

  protected override readonly methods = {
    GetOoxml: () => flatten(this.world.document.xml, this.world.document.styles, this.blocks),
    Select: () => {
      this.world.document.cursor = this.lastParagraph;
      this.world.document.selected = hostText(this.blocks);
    },
  };

  protected override readonly objects = {
    GetRange: () => new RangeThing(this.world, this.blocks),
    InsertOoxml: (ooxml: string, location: Location) => {
      if (location === 'Before' || location === 'After') throw new HostError('InvalidArgument', 'Replace, Start or End');
      checkLock(this.last);
      const blocks = blocksFrom(this.world, ooxml);
      atParagraph(this.world, this.lastParagraph, blocks);
      return new RangeThing(this.world, blocks);
    },
    InsertTable: (rows: number, columns: number, location: Location, values: string[][]) => {
      if (location !== 'Before' && location !== 'After') throw new HostError('InvalidArgument', 'Before or After');
      if (values.length !== rows || values.some((row) => row.length !== columns))
        throw new HostError('InvalidArgument', 'not that many cells');
      checkLock(this.last);
      const { xml, tracking } = this.world.document;
      const table = tableOf(xml, values);
      if (tracking !== 'Off') markInserted(xml, [table]);
      this.last.after(table);
      startTracking(this.world);
      this.world.document.cursor = this.world.document.lastParagraph();
      return new TableThing(this.world, table);
    },
    InsertContentControl: () => new ControlThing(this.world, wrapIn(this.world, this.blocks)),
    Paragraphs: () =>
      new Things(this.world, () =>
        this.blocks.flatMap((one) => (isW(one, 'p') ? [one] : within(one, 'p'))).map((one) => new ParagraphThing(this.world, one)),
      ),
    ContentControls: () =>
      new ControlsThing(this.world, () =>
        this.blocks.flatMap((one) => (isW(one, 'sdt') ? [one, ...within(one, 'sdt')] : within(one, 'sdt'))),
      ),
    ParentContentControlOrNullObject: () => parentControl(this.world, this.last.parentElement),
  };
}

/** A table. */
export class TableThing extends Thing {
  constructor(
    world: World,
    private readonly element: Element,
  ) {
    super(world);
  }

  protected override readonly scalars = { RowCount: () => within(this.element, 'tr').length };

  protected override readonly settable = {
    HeaderRowCount: (count: number) =>
      within(this.element, 'tr')
        .slice(0, count)
        .forEach((row) => {
          const properties = this.world.document.xml.createElementNS(row.namespaceURI, 'w:trPr');
          properties.append(this.world.document.xml.createElementNS(row.namespaceURI, 'w:tblHeader'));
          row.prepend(properties);
        }),
  };

  protected override readonly objects = {
    GetRange: () => new RangeThing(this.world, [this.element]),
  };
}
