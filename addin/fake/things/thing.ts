import type { FakeDocument } from '../document';
import { HostError, type Faults } from '../faults';

/** What `Document.insertFileFromBase64` is asked to bring along besides the text, its sections, headers and footers. */
export interface ImportOptions {
  importTheme?: boolean;
  importStyles?: boolean;
  importDifferentOddEvenPages?: boolean;
}

/** What all objects of the host share. */
export interface World {
  document: FakeDocument;
  readonly faults: Faults;
  /** Documents that were opened beside this one. */
  readonly opened: Uint8Array[];
  /** Puts another document in the place of this one. */
  replace(docx: Uint8Array, options: ImportOptions): void;
}

type Members<T> = Record<string, (...args: never[]) => T>;

/** An object on the host's side: what it can be asked, told and led to. Names are those of the wire. */
export abstract class Thing {
  /** By this name the other side keeps it; empty while it does not. */
  reference = '';

  constructor(protected readonly world: World) {}

  /** What can be loaded. */
  protected readonly scalars: Record<string, () => unknown> = {};
  /** What can be set. */
  protected readonly settable: Members<void> = {};
  /** Methods that give a value or nothing. */
  protected readonly methods: Members<unknown> = {};
  /** Properties and methods that give an object; null for one that is not there. */
  protected readonly objects: Members<Thing | null> = {};

  /** Thrown where the thing is not in the document any more. */
  check(): void {
    // Most things cannot go away.
  }

  /** The items of a collection; null for anything else. */
  items(): Thing[] | null {
    return null;
  }

  /** The item with this key. */
  at(key: unknown): Thing {
    throw new HostError('ItemNotFound', String(key));
  }

  load(select: readonly string[]): Record<string, unknown> {
    this.check();
    const wanted = select.length === 0 || select.includes('*') ? Object.keys(this.scalars) : select.map((one) => this.known(one));
    const values = Object.fromEntries(wanted.map((name) => [name, this.scalars[name]?.()]));
    if ('Id' in this.scalars) values['Id'] = this.scalars['Id']();
    return values;
  }

  set(name: string, value: unknown): void {
    this.check();
    member(this.settable, name)(value as never);
  }

  call(name: string, args: readonly unknown[]): unknown {
    this.check();
    return member(this.methods, name)(...(args as never[]));
  }

  lead(name: string, args: readonly unknown[]): Thing | null {
    this.check();
    return member(this.objects, name)(...(args as never[]));
  }

  private known(name: string): string {
    const found = Object.keys(this.scalars).find((one) => one.toLowerCase() === name.toLowerCase());
    if (!found) throw new HostError('InvalidArgument', `${this.constructor.name} cannot load ${name} in this double`);
    return found;
  }
}

function member<T>(members: Members<T>, name: string): (...args: never[]) => T {
  const found = members[name];
  if (!found) throw new HostError('ApiNotFound', `this double has no ${name}`);
  return found;
}

/** A list of things. */
export class Things<T extends Thing> extends Thing {
  constructor(
    world: World,
    protected readonly list: () => T[],
    private readonly keyOf?: (one: T) => unknown,
  ) {
    super(world);
  }

  override items(): T[] {
    return this.list();
  }

  override at(key: unknown): T {
    const found = this.keyOf ? this.list().find((one) => this.keyOf?.(one) === key) : this.list()[Number(key)];
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }

  protected override readonly objects = {
    GetFirst: () => this.at0(),
    GetFirstOrNullObject: () => this.list()[0] ?? null,
    GetLast: () => this.list().at(-1) ?? this.at0(),
    GetLastOrNullObject: () => this.list().at(-1) ?? null,
    GetItemAt: (index: number) => this.list()[index] ?? this.at0(),
  };

  private at0(): T {
    const first = this.list()[0];
    if (!first) throw new HostError('ItemNotFound');
    return first;
  }
}
