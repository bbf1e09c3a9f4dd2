import type { Finding } from '../../api/types';
import type { TextPlace } from '../../word/port';

const longest = 40;

/** Where a finding stands in the document; its paragraphs are counted with those of tables. */
export function placeOf(finding: Finding): TextPlace {
  const words = finding.source.split('\n')[0]?.trim().slice(0, longest) ?? '';
  const number = /第(\d+)段/.exec(finding.location)?.[1];
  return { paragraph: number === undefined ? null : Number(number), isOfAll: true, text: words };
}

/** Whether a finding can be looked for at all. */
export function hasPlace(finding: Finding): boolean {
  const { paragraph, text } = placeOf(finding);
  return paragraph !== null || text !== '';
}
