import { blocksOf, bodyOf, child, parseXml, valueOf, within } from './markup';
import { linesOf, wordsOf } from './words';

const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';

/** A document as flat OPC, as Word takes and gives pieces of documents. */
export interface Flat {
  /** The whole. */
  document: XMLDocument;
  /** The element that holds the blocks. */
  body: Element;
  blocks: Element[];
  /** Its styles; empty where it has none of its own. */
  styles: Element[];
}

/** A content control by what a person and the program know it by. */
export interface Label {
  tag: string;
  title: string;
}

/** Reads flat OPC. */
export function readFlat(ooxml: string): Flat {
  const document = parseXml(ooxml);
  const main = rootOf(document, 'officeDocument.wordprocessingml.document.main+xml') ?? rootOf(document, '/word/document.xml');
  const body = main && child(main, 'body');
  if (!body) throw new SyntaxError('no main part');
  const styles = rootOf(document, 'wordprocessingml.styles+xml');
  return {
    document,
    body,
    blocks: blocksOf(body),
    styles: styles ? Array.from(styles.children).filter((one) => one.localName === 'style') : [],
  };
}

function rootOf(document: XMLDocument, kind: string): Element | null {
  const part = Array.from(document.getElementsByTagNameNS(pkg, 'part')).find(
    (one) => one.getAttributeNS(pkg, 'contentType')?.endsWith(kind) === true || one.getAttributeNS(pkg, 'name') === kind,
  );
  return part?.getElementsByTagNameNS(pkg, 'xmlData')[0]?.firstElementChild ?? null;
}

/** Contents that can be put into a control, and what is known of them. */
export interface Piece {
  /** Flat OPC. */
  ooxml: string;
  text: string;
  /** The content controls in it, in the order of the document. */
  labels: Label[];
}

/** Looks into a piece, once; throws where it is none. */
export function pieceOf(ooxml: string): Piece {
  const { blocks, body } = readFlat(ooxml);
  return { ooxml, text: linesOf(blocks).join('\n'), labels: labelsIn(body) };
}

/** The content controls of a main part. */
export function labelsInMain(xml: string): Label[] {
  return labelsIn(bodyOf(parseXml(xml)));
}

function labelsIn(body: Element): Label[] {
  return within(body, 'sdt').map((control) => {
    const properties = child(control, 'sdtPr');
    return { tag: valueOf(properties, 'tag'), title: valueOf(properties, 'alias') };
  });
}

/** What a host gives for a control, made into what can be put back into it, and what it says. */
export function contentOf(ooxml: string, tag: string): { ooxml: string; text: string } {
  const { document, body, blocks } = readFlat(ooxml);
  const control = blocks.find((one) => one.localName === 'sdt' && valueOf(child(one, 'sdtPr'), 'tag') === tag);
  const content = control && child(control, 'sdtContent');
  const kept = content ? Array.from(content.children) : blocks;
  const text = linesOf(kept).join('\n');
  body.replaceChildren(...kept);
  return { ooxml: new XMLSerializer().serializeToString(document), text };
}

/** Whether two texts of a host have the same words. Breaks and blanks do not count: what tells edited text from other text is its lines. */
export function saySame(one: string, other: string): boolean {
  return wordsOf(one) === wordsOf(other);
}
