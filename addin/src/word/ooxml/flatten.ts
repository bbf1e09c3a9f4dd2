import { make } from './markup';

const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Blocks of a document as flat OPC, with all its styles and a section of their own, as Word gives them. */
export function flatten(document: XMLDocument, styles: XMLDocument | null, blocks: readonly Element[]): string {
  const root = document.documentElement.cloneNode(false) as Element;
  const body = make(document, 'body');
  body.append(...blocks.map((one) => one.cloneNode(true)), make(document, 'sectPr'));
  root.append(body);
  return flatOf(new XMLSerializer().serializeToString(root), styles ? new XMLSerializer().serializeToString(styles.documentElement) : '');
}

/** Flat OPC of a main part and its styles. */
export function flatOf(main: string, styles: string): string {
  return (
    `<pkg:package xmlns:pkg="${pkg}">` +
    part(
      '/_rels/.rels',
      'application/vnd.openxmlformats-package.relationships+xml',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ) +
    (styles &&
      part(
        '/word/_rels/document.xml.rels',
        'application/vnd.openxmlformats-package.relationships+xml',
        `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      )) +
    part('/word/document.xml', `${kinds}document.main+xml`, main) +
    (styles && part('/word/styles.xml', `${kinds}styles+xml`, styles)) +
    '</pkg:package>'
  );
}

function part(name: string, kind: string, xml: string): string {
  return `<pkg:part pkg:name="${name}" pkg:contentType="${kind}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
}
