import { unzipSync, zipSync } from 'fflate';
import { blocksOf, bodyOf, child, isW, make, parseXml, valueOf, W, within, writeXml } from '../src/word/ooxml/markup';
import type { ImportOptions } from './things/thing';
import { setProperties } from '../src/word/ooxml/properties';
import { readPart, writePart, type Parts } from '../src/word/ooxml/parts';

const main = 'word/document.xml';
const oddAndEven = 'evenAndOddHeaders';

/** A document in memory: a package whose main part and styles are open. */
export class FakeDocument {
  readonly parts: Parts;
  readonly xml: XMLDocument;
  readonly styles: XMLDocument | null;
  readonly settings: XMLDocument | null;
  readonly properties = new Map<string, string>();
  /** The paragraph in which the cursor stands, at its end. */
  cursor: Element;
  /** What was selected last, as text. */
  selected = '';

  constructor(docx: Uint8Array) {
    this.parts = new Map(Object.entries(unzipSync(docx)));
    this.xml = parseXml(readPart(this.parts, main));
    this.styles = this.open('word/styles.xml');
    this.settings = this.open('word/settings.xml');
    this.tracking = this.settings && child(this.settings.documentElement, 'trackRevisions') ? 'TrackAll' : 'Off';
    this.cursor = this.lastParagraph();
  }

  /** Off, TrackAll or TrackMineOnly. */
  tracking: string;

  get body(): Element {
    return bodyOf(this.xml);
  }

  private open(name: string): XMLDocument | null {
    return this.parts.has(name) ? parseXml(readPart(this.parts, name)) : null;
  }

  /** The last paragraph of the body; made where there is none. */
  lastParagraph(): Element {
    const last = blocksOf(this.body).at(-1);
    if (last && isW(last, 'p')) return last;
    const paragraph = make(this.xml, 'p');
    if (last) last.after(paragraph);
    else this.body.prepend(paragraph);
    return paragraph;
  }

  /** The controls with this tag, in the order of the document. */
  controls(tag: string): Element[] {
    return within(this.xml, 'sdt').filter((one) => valueOf(child(one, 'sdtPr'), 'tag') === tag);
  }

  /**
   * What a document keeps of itself when another one is inserted in its place. Sections with their headers and footers come along always;
   * the settings stay but for the one that tells odd pages from even ones, where that is asked for (WordApi 1.7).
   */
  keepOf(before: FakeDocument, options: ImportOptions): void {
    if (this.settings && options.importDifferentOddEvenPages !== true) {
      const root = this.settings.documentElement;
      child(root, oddAndEven)?.remove();
      const old = before.settings && child(before.settings.documentElement, oddAndEven);
      if (old) trackIn(root, this.settings.importNode(old, true));
    }
    const theme = 'word/theme/theme1.xml';
    const oldTheme = before.parts.get(theme);
    if (options.importTheme !== true && oldTheme && this.parts.has(theme)) this.parts.set(theme, oldTheme);
    if (options.importStyles === true || !this.styles || !before.styles) return;
    // Styles of the same name stay as they were; others come along all the same (office-js#3929).
    const old = new Map(within(before.styles, 'style').map((style) => [style.getAttributeNS(W, 'styleId'), style]));
    for (const style of within(this.styles, 'style')) {
      const kept = old.get(style.getAttributeNS(W, 'styleId'));
      if (kept) style.replaceWith(this.styles.importNode(kept, true));
    }
  }

  /** The document as a package. */
  package(): Uint8Array {
    writePart(this.parts, main, writeXml(this.xml));
    if (this.styles) writePart(this.parts, 'word/styles.xml', writeXml(this.styles));
    if (this.settings) {
      child(this.settings.documentElement, 'trackRevisions')?.remove();
      if (this.tracking !== 'Off') trackIn(this.settings.documentElement, make(this.settings, 'trackRevisions'));
      writePart(this.parts, 'word/settings.xml', writeXml(this.settings));
    }
    setProperties(this.parts, this.properties);
    return zipSync(Object.fromEntries(this.parts));
  }
}

const beforeTracking = ['writeProtection', 'view', 'zoom', 'removePersonalInformation', 'removeDateAndTime', 'doNotDisplayPageBoundaries', 'displayBackgroundShape', 'printPostScriptOverText', 'printFractionalCharacterWidth', 'printFormsData', 'embedTrueTypeFonts', 'embedSystemFonts', 'saveSubsetFonts', 'saveFormsData', 'mirrorMargins', 'alignBordersAndEdges', 'bordersDoNotSurroundHeader', 'bordersDoNotSurroundFooter', 'gutterAtTop', 'hideSpellingErrors', 'hideGrammaticalErrors', 'activeWritingStyle', 'proofState', 'formsDesign', 'attachedTemplate', 'linkStyles', 'stylePaneFormatFilter', 'stylePaneSortMethod', 'documentType', 'mailMerge', 'revisionView']; // prettier-ignore

function trackIn(settings: Element, element: Element): void {
  const last = Array.from(settings.children)
    .filter((one) => beforeTracking.includes(one.localName))
    .at(-1);
  if (last) last.after(element);
  else settings.prepend(element);
}
