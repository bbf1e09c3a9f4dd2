import { spread } from '../copies';
import type { Copy, Region, RegionChange, RegionOutcome } from '../port';
import { pieceOf, readFlat } from '../ooxml/flat';
import { flatten } from '../ooxml/flatten';
import { blocksOf, child, isW, parseXml, valueOf, within, writeXml } from '../ooxml/markup';
import { addCustomPart, customParts, readPart, removeCustomPart, writePart, type Parts } from '../ooxml/parts';
import { adopt, controlId } from '../ooxml/splice';
import { linesOf } from '../ooxml/words';
import { mainPart } from '../ooxml/zip';
import { recordNamespace } from '../record';
import { zhWord } from '../strings';

const stylesPart = 'word/styles.xml';
const managed = 'ys:1:';

/** Contents for the copies of a region: the same for all, or for those that are meant each its own. */
interface Wish extends Omit<RegionChange, 'ooxml'> {
  contents: string[];
  copies: readonly Copy[] | null;
}

/** The managed regions of a package, in the order of the document. */
export function regionsOf(parts: Parts): Region[] {
  return within(parseXml(readPart(parts, mainPart)), 'sdt')
    .map((control) => ({ control, properties: child(control, 'sdtPr') }))
    .filter(({ properties }) => valueOf(properties, 'tag').startsWith(managed))
    .map(({ control, properties }) => ({
      handle: controlId(control),
      tag: valueOf(properties, 'tag'),
      title: valueOf(properties, 'alias'),
      text: textIn(control),
    }));
}

/** Gives regions of a package new contents; a package is not locked and tracks nothing. */
export function replaceIn(parts: Parts, wishes: readonly Wish[]): RegionOutcome[] {
  const document = parseXml(readPart(parts, mainPart));
  const styles = parts.has(stylesPart) ? parseXml(readPart(parts, stylesPart)) : null;
  const outcomes = wishes.map((wish) => replaceOne(document, styles, wish));
  writePart(parts, mainPart, writeXml(document));
  if (styles) writePart(parts, stylesPart, writeXml(styles));
  return outcomes;
}

function replaceOne(document: XMLDocument, styles: XMLDocument | null, wish: Wish): RegionOutcome {
  const copies: Copy[] = [];
  const outcome: RegionOutcome = { tag: wish.tag, title: wish.title, replaced: 0, problem: '', before: [], copies, text: '' };
  const same = within(document, 'sdt').filter((one) => valueOf(child(one, 'sdtPr'), 'tag') === wish.tag);
  const contents = spread(wish.contents, wish.copies, same.map(controlId));
  const meant = contents.filter((one) => one !== undefined).length;
  if (meant === 0) return { ...outcome, problem: zhWord.region.missing };
  try {
    outcome.text = pieceOf(wish.contents[0] ?? '').text;
  } catch {
    return { ...outcome, problem: zhWord.problems.badPiece };
  }
  for (const [index, control] of same.entries()) {
    const content = child(control, 'sdtContent');
    const next = contents[index];
    if (!content || next === undefined || (wish.was !== null && wish.was !== textIn(control))) continue;
    outcome.before.push(flatten(document, styles, blocksOf(content)));
    content.replaceChildren(...withoutEnd(adopt({ document, styles }, readFlat(next))));
    copies.push({ index, of: same.length, handle: controlId(control) });
    outcome.replaced++;
  }
  const edited = meant > outcome.replaced ? zhWord.region.edited(meant - outcome.replaced) : '';
  const missing = meant < (wish.copies?.length ?? 1) ? zhWord.region.missing : '';
  return { ...outcome, problem: edited + missing };
}

// The paragraph that closes a piece after a table is for Word's sake; a control in a file may end with its table.
function withoutEnd(blocks: Element[]): Element[] {
  const isExtra = isW(blocks.at(-1), 'p') && isW(blocks.at(-2), 'tbl') && linesOf(blocks.slice(-1)).length === 0;
  return isExtra ? blocks.slice(0, -1) : blocks;
}

function textIn(control: Element): string {
  const content = child(control, 'sdtContent');
  return content ? linesOf(blocksOf(content)).join('\n') : '';
}

/** The records of a package. */
export function recordsOf(parts: Parts): string[] {
  return customParts(parts, recordNamespace).map((name) => readPart(parts, name));
}

/** Writes a record into a package, in the place of the old one. */
export function writeRecordIn(parts: Parts, xml: string): void {
  const [first, ...others] = customParts(parts, recordNamespace);
  for (const name of others) removeCustomPart(parts, name);
  if (first) writePart(parts, first, xml);
  else addCustomPart(parts, xml);
}
