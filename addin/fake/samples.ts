import { strToU8, zipSync } from 'fflate';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph. */
export const p = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A table of one column. */
export const table = (...cells: string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${cells.map((one) => `<w:tr><w:tc>${p(one)}</w:tc></w:tr>`).join('')}</w:tbl>`;

let next = 100;

/** A managed region as the service writes it. */
export const region = (tag: string, title: string, content: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="${title}"/><w:tag w:val="${tag}"/><w:id w:val="${++next}"/>` +
  '<mc:AlternateContent><mc:Choice Requires="w15"><w:richText/></mc:Choice><mc:Fallback><w:docPartObj><w:docPartGallery w:val="ys"/>' +
  `<w:docPartUnique/></w:docPartObj></mc:Fallback></mc:AlternateContent></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

/** A paper's record. */
export const recordOf = (revision: number, title = '关于开展检查的通知') =>
  `<paper xmlns="urn:yiyuan-safety:paper:1" id="3f9a0c51be27" revision="${revision}" county="沂源县" year="2022" title="${title}"/>`;

const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

const root = (body: string, section: string) =>
  `<w:document xmlns:w="${w}" xmlns:w15="${w15}" xmlns:mc="${mc}" mc:Ignorable="w15"><w:body>${body}${section}</w:body></w:document>`;

/** A small document; with pages, one with page set-up, a header and footers of that text for odd and even pages. */
export function docxOf(body: string, { record = '', tracked = false, pages = '' } = {}): Uint8Array {
  const custom = record !== '';
  const laid = pages === '' ? unlaid : layOut(pages);
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${kinds}.document.main+xml"/>` +
      `<Override PartName="/word/styles.xml" ContentType="${kinds}.styles+xml"/>` +
      `<Override PartName="/word/settings.xml" ContentType="${kinds}.settings+xml"/>${laid.kinds}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels':
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId2" Type="${office}/settings" Target="settings.xml"/>` +
      `${custom ? `<Relationship Id="rId3" Type="${office}/customXml" Target="../customXml/item1.xml"/>` : ''}${laid.relations}</Relationships>`,
    'word/document.xml': root(body, laid.section),
    'word/styles.xml': `<w:styles xmlns:w="${w}">${style('a', 'Normal')}${style('a1', '公文正文')}</w:styles>`,
    'word/settings.xml': `<w:settings xmlns:w="${w}">${tracked ? '<w:trackRevisions/>' : ''}${laid.settings}</w:settings>`,
    ...laid.parts,
    ...(custom && { 'customXml/item1.xml': record }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const unlaid = { kinds: '', relations: '', section: '<w:sectPr/>', settings: '', parts: {} };

function layOut(text: string): typeof unlaid {
  const places = [
    { id: 'rId11', root: 'hdr', kind: 'header', type: 'default', name: 'header1.xml' },
    { id: 'rId12', root: 'ftr', kind: 'footer', type: 'default', name: 'footer1.xml' },
    { id: 'rId13', root: 'ftr', kind: 'footer', type: 'even', name: 'footer2.xml' },
  ];
  const references = places.map(({ id, kind, type }) => `<w:${kind}Reference xmlns:r="${office}" w:type="${type}" r:id="${id}"/>`);
  return {
    kinds: places.map(({ kind, name }) => `<Override PartName="/word/${name}" ContentType="${kinds}.${kind}+xml"/>`).join(''),
    relations: places.map(({ id, kind, name }) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${name}"/>`).join(''),
    section: `<w:sectPr>${references.join('')}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>`,
    settings: '<w:evenAndOddHeaders/>',
    parts: Object.fromEntries(
      places.map(({ root: tag, type, name }) => [`word/${name}`, `<w:${tag} xmlns:w="${w}">${p(`${text} ${type}`)}</w:${tag}>`]),
    ),
  };
}

/** Flat OPC of some blocks, with a style of their own. */
export const flat = (blocks: string) =>
  `<pkg:package xmlns:pkg="${pkg}"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml">` +
  `<pkg:xmlData><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>` +
  `</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType="${kinds}.document.main+xml"><pkg:xmlData>` +
  `<w:document xmlns:w="${w}" xmlns:w15="${w15}" xmlns:mc="${mc}"><w:body>${blocks}</w:body></w:document></pkg:xmlData></pkg:part>` +
  `<pkg:part pkg:name="/word/styles.xml" pkg:contentType="${kinds}.styles+xml"><pkg:xmlData><w:styles xmlns:w="${w}">` +
  `${style('x1', '公文正文')}${style('a1', '公文表格')}</w:styles></pkg:xmlData></pkg:part></pkg:package>`;
