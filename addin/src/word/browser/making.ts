import { parseXml, W } from '../ooxml/markup';
import { flatOf } from '../ooxml/flatten';
import { mainRelations, relate, writePart, type Parts } from '../ooxml/parts';
import { pack } from '../ooxml/zip';

const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const space = 'xml:space="preserve"';
const edge = 'w:val="single" w:sz="4" w:space="0" w:color="auto"';

/** A .docx of what flat OPC says, part for part. */
export async function docxOfFlat(ooxml: string): Promise<Uint8Array> {
  const parts: Parts = new Map();
  const kinds: string[] = [];
  for (const part of Array.from(parseXml(ooxml).getElementsByTagNameNS(pkg, 'part'))) {
    const name = part.getAttributeNS(pkg, 'name') ?? '';
    const root = part.getElementsByTagNameNS(pkg, 'xmlData')[0]?.firstElementChild;
    if (!root) continue;
    writePart(
      parts,
      name.slice(1),
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(root)}`,
    );
    if (!name.endsWith('.rels'))
      kinds.push(`<Override PartName="${name}" ContentType="${part.getAttributeNS(pkg, 'contentType') ?? ''}"/>`);
  }
  const relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  writePart(parts, '[Content_Types].xml', `<Types xmlns="${types}">${relations}${kinds.join('')}</Types>`);
  // A piece may leave out how its parts belong together; a file may not.
  if (parts.has('word/styles.xml') && !parts.has(mainRelations)) relate(parts, mainRelations, 'styles', 'styles.xml');
  return pack(parts);
}

/** A .docx with a paragraph for each line. */
export function docxOfLines(lines: readonly string[]): Promise<Uint8Array> {
  return docxOfFlat(main(lines.map(paragraph).join('')));
}

/** A .docx with a table, its first row the head. */
export function docxOfRows(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${edge}/>`).join('');
  const body = rows
    .map((row, index) => {
      const cells = Array.from({ length: columns }, (_, column) => `<w:tc><w:tcPr/>${paragraph(row[column] ?? '')}</w:tc>`);
      return `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
    })
    .join('');
  const looks = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${sides}</w:tblBorders></w:tblPr>`;
  return docxOfFlat(main(`<w:tbl>${looks}<w:tblGrid>${'<w:gridCol/>'.repeat(columns)}</w:tblGrid>${body}</w:tbl><w:p/>`));
}

const main = (body: string) => flatOf(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`, '');

const paragraph = (text: string) => `<w:p><w:r><w:t ${space}>${escaped(text)}</w:t></w:r></w:p>`;

function escaped(text: string): string {
  // What XML cannot hold at all is left out.
  const sound = text.replace(/\p{Cc}|\p{Cs}|\uFFFE|\uFFFF/gu, (one) => (one === '\t' ? ' ' : ''));
  return sound.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
