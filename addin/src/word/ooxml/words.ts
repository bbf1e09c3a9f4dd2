import { W, isInside, within } from './markup';

const textOfMark: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/**
 * What blocks say, a line for each paragraph that says something. The service reads regions by the same rule: looks and empty lines do
 * not count, nor does what is deleted under revision or stands in a fallback.
 */
export function linesOf(blocks: readonly Element[]): string[] {
  return blocks
    .flatMap(paragraphsOf)
    .map(textOfParagraph)
    .filter((line) => line.trim() !== '');
}

/** The text of one paragraph, without the paragraphs of boxes in it. */
export function textOfParagraph(paragraph: Element): string {
  let text = '';
  for (const element of Array.from(paragraph.children)) {
    if (element.namespaceURI === W && ['p', 'pPr', 'rPr'].includes(element.localName)) continue;
    if (element.namespaceURI === W && element.localName === 't') text += element.textContent;
    else if (element.namespaceURI === W && element.parentElement?.localName === 'r' && element.localName in textOfMark)
      text += textOfMark[element.localName] ?? '';
    else text += textOfParagraph(element);
  }
  return text;
}

function paragraphsOf(block: Element): Element[] {
  const all = block.namespaceURI === W && block.localName === 'p' ? [block, ...within(block, 'p')] : within(block, 'p');
  return all.filter((one) => !isInside(one, 'Fallback'));
}

/**
 * The words alone, to compare what hosts and packages give: Word on the desktop, Word on the web and the package have each their own
 * marks for the ends of lines and cells.
 */
export function wordsOf(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\uFFFC]/gu, '');
}

/** A host's text as lines, without the empty ones. */
export function tidyLines(text: string): string {
  return text
    .split(/\p{Cc}+/u)
    .filter((line) => line.trim() !== '')
    .join('\n');
}
