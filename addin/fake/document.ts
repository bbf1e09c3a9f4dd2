import { unzipSync, zipSync } from 'fflate';
import { blocksOf, bodyOf, child, isW, make, parseXml, valueOf, within, writeXml } from '../src/word/ooxml/markup';
import { setProperties } from '../src/word/ooxml/properties';
import { readPart, writePart, type Parts } from '../src/word/ooxml/parts';

const main = 'word/document.xml';

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
