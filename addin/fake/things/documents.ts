import { blocksOf, within } from '../../src/word/ooxml/markup';
import { HostError } from '../faults';
import { flatten } from '../../src/word/ooxml/flatten';
import { hostText } from '../text';
import { blocksFrom, moveCursor } from './insertion';
import { ControlsThing } from './controls';
import { ParagraphThing } from './paragraphs';
import { RangeThing } from './ranges';
import { Thing, Things, type ImportOptions, type World } from './thing';
import { FakeDocument } from '../document';

/** The document: the root of what the other side asks. */
export class DocumentThing extends Thing {
  protected override readonly scalars = {
    ChangeTrackingMode: () => this.world.document.tracking,
    Saved: () => false,
  };

  protected override readonly settable = {
    ChangeTrackingMode: (value: string) => {
      if (!['Off', 'TrackAll', 'TrackMineOnly'].includes(value)) throw new HostError('InvalidArgument');
      this.world.document.tracking = value;
    },
  };

  protected override readonly objects = {
    Body: () => new BodyThing(this.world),
    ContentControls: () => new ControlsThing(this.world, () => within(this.world.document.xml, 'sdt')),
    GetSelection: () => new RangeThing(this.world, [this.world.document.cursor]),
    Properties: () => new PropertiesThing(this.world),
    InsertFileFromBase64: (base64: string, location: string, options?: ImportOptions) => {
      if (location !== 'Replace') throw new HostError('NotImplemented', 'only Replace in this double');
      if (base64.length > (4 * 1024 * 1024 * 4) / 3) throw new HostError('GeneralException', 'larger than 4 MB');
      this.world.replace(bytesOf(base64), options ?? {});
      return new Things(this.world, () => []);
    },
  };
}

/** The body. */
export class BodyThing extends Thing {
  private get blocks(): Element[] {
    return blocksOf(this.world.document.body);
  }

  protected override readonly scalars = { Text: () => hostText(this.blocks) };

  protected override readonly methods = { GetOoxml: () => flatten(this.world.document.xml, this.world.document.styles, this.blocks) };

  protected override readonly objects = {
    ContentControls: () => new ControlsThing(this.world, () => within(this.world.document.body, 'sdt')),
    Paragraphs: () => new Things(this.world, () => within(this.world.document.body, 'p').map((one) => new ParagraphThing(this.world, one))),
    GetRange: () => new RangeThing(this.world, this.blocks),
    InsertOoxml: (ooxml: string, location: string) => {
      const blocks = blocksFrom(this.world, ooxml);
      const old = this.blocks;
      const last = old.at(-1);
      if (location === 'Start' || !last) this.world.document.body.prepend(...blocks);
      else last.after(...blocks);
      if (location === 'Replace') for (const one of old) one.remove();
      moveCursor(this.world);
      return new RangeThing(this.world, blocks);
    },
  };
}

class PropertiesThing extends Thing {
  protected override readonly objects = { CustomProperties: () => new CustomPropertiesThing(this.world) };
}

class CustomPropertiesThing extends Thing {
  private get kept(): Map<string, string> {
    return this.world.document.properties;
  }

  override items(): Thing[] {
    return [...this.kept.keys()].map((key) => new CustomPropertyThing(this.world, key));
  }

  protected override readonly objects = {
    Add: (key: string, value: string) => {
      // What Word on the desktop does (office-js-docs#861).
      this.kept.set(key, value.slice(0, 255));
      return new CustomPropertyThing(this.world, key);
    },
    GetItemOrNullObject: (key: string) => (this.kept.has(key) ? new CustomPropertyThing(this.world, key) : null),
  };
}

class CustomPropertyThing extends Thing {
  constructor(
    world: World,
    private readonly key: string,
  ) {
    super(world);
  }

  protected override readonly scalars = {
    Key: () => this.key,
    Value: () => this.world.document.properties.get(this.key),
    Type: () => 'String',
  };

  protected override readonly methods = { Delete: () => void this.world.document.properties.delete(this.key) };
}

/** Word itself. */
export class ApplicationThing extends Thing {
  protected override readonly objects = {
    CreateDocument: (base64: string) => new CreatedThing(this.world, bytesOf(base64)),
  };
}

class CreatedThing extends Thing {
  constructor(
    world: World,
    private readonly docx: Uint8Array,
  ) {
    super(world);
  }

  // Word takes the file as a whole, and what it has afterwards is its own: read and written again.
  protected override readonly methods = { Open: () => void this.world.opened.push(new FakeDocument(this.docx).package()) };
}

/** What base64 says. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}
