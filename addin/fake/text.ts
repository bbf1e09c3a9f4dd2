import { W, child, isW, make, within } from '../src/word/ooxml/markup';

/** What Word on Windows gives as the text of blocks: a carriage return between paragraphs, and deleted text shown like any other. */
export function hostText(blocks: readonly Element[], isReviewed = false): string {
  const paragraphs = blocks.flatMap((one) => (isW(one, 'p') ? [one] : within(one, 'p')));
  return paragraphs.map((one) => paragraphText(one, isReviewed)).join('\r');
}

/** The text of a paragraph. */
export function paragraphText(paragraph: Element, isReviewed = false): string {
  return Array.from(paragraph.getElementsByTagNameNS(W, '*'))
    .map((one) => {
      if (one.localName === 't') return one.textContent;
      if (one.localName === 'delText') return isReviewed ? '' : one.textContent;
      if (one.localName === 'tab' && one.parentElement?.localName === 'r') return '\t';
      return one.localName === 'br' ? '\v' : '';
    })
    .join('');
}

/** A paragraph that says this, looking like another one. */
export function paragraphOf(document: XMLDocument, text: string, like: Element | null = null): Element {
  const paragraph = make(document, 'p');
  const looks = like && child(like, 'pPr');
  if (looks) {
    const copy = looks.cloneNode(true) as Element;
    // A section ends once only.
    child(copy, 'sectPr')?.remove();
    paragraph.append(copy);
  }
  if (text !== '') paragraph.append(runOf(document, text, like && within(like, 'r')[0]));
  return paragraph;
}

/** A run that says this. */
export function runOf(document: XMLDocument, text: string, like?: Element | null): Element {
  const run = make(document, 'r');
  const looks = like && child(like, 'rPr');
  if (looks) run.append(looks.cloneNode(true));
  const element = make(document, 't');
  element.textContent = text;
  element.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  run.append(element);
  return run;
}

/** A table of these cells with plain borders. */
export function tableOf(document: XMLDocument, rows: readonly (readonly string[])[]): Element {
  const table = make(document, 'tbl');
  const looks = make(document, 'tblPr');
  const width = make(document, 'tblW');
  width.setAttributeNS(W, 'w:w', '0');
  width.setAttributeNS(W, 'w:type', 'auto');
  looks.append(width);
  const grid = make(document, 'tblGrid');
  for (let i = 0; i < (rows[0]?.length ?? 0); i++) grid.append(make(document, 'gridCol'));
  table.append(looks, grid);
  for (const cells of rows) {
    const row = make(document, 'tr');
    for (const text of cells) {
      const cell = make(document, 'tc');
      cell.append(paragraphOf(document, text));
      row.append(cell);
    }
    table.append(row);
  }
  return table;
}
