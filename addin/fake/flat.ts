import { blocksOf, make } from '../src/word/ooxml/markup';
import type { FakeDocument } from './document';

const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Blocks of a document as flat OPC: with all its styles and a section of its own, as Word gives them. */
export function flatOf(document: FakeDocument, blocks: readonly Element[]): string {
  const root = document.xml.documentElement.cloneNode(false) as Element;
  const body = make(document.xml, 'body');
  body.append(...blocks.map((one) => one.cloneNode(true)), make(document.xml, 'sectPr'));
  root.append(body);
  const styles = document.styles ? new XMLSerializer().serializeToString(document.styles.documentElement) : '';
  return (
    `<pkg:package xmlns:pkg="${pkg}">` +
    part(
      '/_rels/.rels',
      'application/vnd.openxmlformats-package.relationships+xml',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ) +
    part('/word/document.xml', `${kinds}document.main+xml`, new XMLSerializer().serializeToString(root)) +
    (styles && part('/word/styles.xml', `${kinds}styles+xml`, styles)) +
    '</pkg:package>'
  );
}

/** The whole body as flat OPC. */
export function flatBody(document: FakeDocument): string {
  return flatOf(document, blocksOf(document.body));
}

function part(name: string, kind: string, xml: string): string {
  return `<pkg:part pkg:name="${name}" pkg:contentType="${kind}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
}
