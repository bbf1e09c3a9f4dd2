import { child, isW, make, valueOf, within } from '../src/word/ooxml/markup';
import { renumber, setControl } from '../src/word/ooxml/splice';
import { customParts, readPart, removeCustomPart } from '../src/word/ooxml/parts';
import { commonApi, profiles, type Profile } from './common';
import { FakeDocument } from './document';
import { Executor, type Answer, type Request } from './executor';
import { noFaults, type Faults } from './faults';
import { hostText, paragraphOf, paragraphText } from './text';
import { moveCursor } from './things/insertion';
import type { ImportOptions, World } from './things/thing';

/** What was asked of the host so far. */
export interface Counts {
  /** Syncs that asked for something. */
  syncs: number;
  /** Those that only gave references back at the end of `Word.run`. */
  cleanUps: number;
  actions: number;
}

/**
 * A Word in memory. It holds one document, does what the object model and the Common API ask, can be acted on as a person acts, and can be
 * told to misbehave as real hosts do.
 */
export class FakeWord implements World {
  document: FakeDocument;
  readonly faults: Faults = noFaults();
  readonly opened: Uint8Array[] = [];
  readonly counts: Counts = { syncs: 0, cleanUps: 0, actions: 0 };
  /** The requests as they came, the newest last. */
  readonly requests: Request[] = [];
  /** `Office.context`. */
  readonly context: object;
  private readonly executor = new Executor(this);

  constructor(docx: Uint8Array, profile: Profile = profiles.m365) {
    this.document = new FakeDocument(docx);
    this.context = commonApi(this, profile);
  }

  /** How many references the add-in holds. */
  get held(): number {
    return this.executor.held;
  }

  replace(docx: Uint8Array, options: ImportOptions): void {
    const { tracking, properties, parts } = this.document;
    const old = new Map([...parts].filter(([name]) => name.startsWith('customXml/')));
    const before = this.document;
    this.document = new FakeDocument(docx);
    this.document.keepOf(before, options);
    this.document.tracking = this.faults.tracksAfterInsertion ? 'TrackAll' : tracking;
    for (const [key, value] of properties) this.document.properties.set(key, value);
    // The other document's custom parts do not come along (WordApi 1.5), and its controls may lose their labels.
    if (this.faults.losesParts)
      for (const name of this.document.parts.keys()) if (name.startsWith('customXml/item')) this.document.parts.delete(name);
    for (const [name, part] of old) if (!this.document.parts.has(name)) this.document.parts.set(name, part);
    if (!this.faults.resetsLabels) return;
    for (const control of within(this.document.xml, 'sdt')) {
      const properties = child(control, 'sdtPr');
      if (properties) for (const name of ['alias', 'tag']) setControl(properties, name, '');
    }
  }

  /** Answers a request of the object model. */
  async answer(request: Request): Promise<Answer> {
    const isCleanUp = Executor.isCleanUp(request);
    if (isCleanUp) this.counts.cleanUps++;
    else this.counts.syncs++;
    this.counts.actions += request.Actions.length;
    if (!isCleanUp) this.requests.push(request);
    const { faults } = this;
    if (faults.delay > 0) await new Promise((resolve) => setTimeout(resolve, faults.delay));
    if (isCleanUp) return this.executor.run(request);
    if (faults.interrupts && --faults.interrupts.at <= 0) {
      faults.interrupts.act();
      faults.interrupts = null;
    }
    if (faults.hangsSync !== null && --faults.hangsSync <= 0) {
      faults.hangsSync = null;
      return new Promise(() => undefined);
    }
    if (faults.failsAlways) return this.executor.run(request, 0);
    if (faults.failsSync && --faults.failsSync.at <= 0) {
      const { after, code } = faults.failsSync;
      faults.failsSync = null;
      return this.executor.run(request, after, code);
    }
    return this.executor.run(request);
  }

  /** The document as a .docx. */
  package(): Uint8Array {
    return this.document.package();
  }

  /** A person writes this in place of what the first region with the tag says. */
  type(tag: string, text: string, copy = 0): void {
    const content = this.content(tag, copy);
    const like = within(content, 'p')[0] ?? null;
    content.replaceChildren(...text.split('\n').map((line) => paragraphOf(this.document.xml, line, like)));
    moveCursor(this);
  }

  /** A person copies a region and pastes it at the end. */
  duplicate(tag: string): void {
    const control = this.control(tag);
    const copy = control.cloneNode(true) as Element;
    this.document.lastParagraph().before(copy);
    renumber(this.document.xml, [copy]);
  }

  /** A person deletes a region with its control. */
  remove(tag: string, copy = 0): void {
    this.control(tag, copy).remove();
    moveCursor(this);
  }

  /** A person puts the cursor at the end of the paragraph that begins so. */
  placeCursor(words: string): void {
    const found = within(this.document.body, 'p').find((one) => paragraphText(one).startsWith(words));
    if (!found) throw new Error(`no paragraph begins with ${words}`);
    this.document.cursor = found;
  }

  /** A person adds an empty paragraph at the end and goes there. */
  startParagraph(): void {
    const paragraph = make(this.document.xml, 'p');
    this.document.lastParagraph().after(paragraph);
    this.document.cursor = paragraph;
  }

  /** Locks a region, as `w:lock` has it. */
  lock(tag: string, lock: 'sdtLocked' | 'contentLocked' | 'sdtContentLocked' | ''): void {
    const properties = child(this.control(tag), 'sdtPr');
    if (properties) setControl(properties, 'lock', lock);
  }

  /** How a region is locked; empty where it is not. */
  lockOf(tag: string): string {
    return valueOf(child(this.control(tag), 'sdtPr'), 'lock');
  }

  /** What the document says, a line for each paragraph that says something. */
  text(isReviewed = false): string {
    const paragraphs = within(this.document.body, 'p').filter((one) => isW(one, 'p'));
    return paragraphs
      .map((one) => paragraphText(one, isReviewed))
      .filter(Boolean)
      .join('\n');
  }

  /** What the regions with a tag say, copies included. */
  texts(tag: string): string[] {
    return this.document.controls(tag).map((_, copy) => hostText(within(this.content(tag, copy), 'p'), true).replaceAll('\r', '\n'));
  }

  /** Some program takes the custom XML parts of a namespace away when it saves (#1742). */
  loseRecords(namespace: string): void {
    for (const name of customParts(this.document.parts, namespace)) removeCustomPart(this.document.parts, name);
  }

  /** The custom XML parts of a namespace. */
  records(namespace: string): string[] {
    return customParts(this.document.parts, namespace).map((name) => readPart(this.document.parts, name));
  }

  private control(tag: string, copy = 0): Element {
    const found = this.document.controls(tag)[copy];
    if (!found) throw new Error(`no control ${tag}`);
    return found;
  }

  private content(tag: string, copy: number): Element {
    const found = child(this.control(tag, copy), 'sdtContent');
    if (!found) throw new Error(`no content in ${tag}`);
    return found;
  }
}
