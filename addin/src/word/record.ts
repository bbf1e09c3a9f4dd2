import type { PaperMark } from './port';
import { parseXml } from './ooxml/markup';

/** Namespace of the part in which a paper carries its record. */
export const recordNamespace = 'urn:yiyuan-safety:paper:1';

/** Reads a record's facts; null for a part that holds none, as in a template, or a damaged one. */
export function readMarkOf(xml: string): PaperMark | null {
  let root: Element;
  try {
    root = parseXml(xml.replace(/^\uFEFF/, '')).documentElement;
  } catch {
    return null;
  }
  const [id, revision] = [root.getAttribute('id'), Number(root.getAttribute('revision'))];
  if (root.namespaceURI !== recordNamespace || root.localName !== 'paper' || !id || !Number.isInteger(revision)) return null;
  const year = root.getAttribute('year');
  return {
    id,
    revision,
    county: root.getAttribute('county') ?? '',
    year: year ? Number(year) : null,
    title: root.getAttribute('title') ?? '',
    isFragment: root.getAttribute('fragment') === 'true',
    xml,
  };
}

/** The newest of several records; a copy that was left behind by some program is older. */
export function newest(records: readonly string[]): PaperMark | null {
  const marks = records.map(readMarkOf).filter((one) => one !== null);
  return marks.reduce<PaperMark | null>((best, one) => (best && best.revision >= one.revision ? best : one), null);
}

/** Whether two parts say the same, however a host has written them. */
export function isSameXml(one: string, other: string): boolean {
  try {
    return plain(parseXml(one).documentElement) === plain(parseXml(other).documentElement);
  } catch {
    return false;
  }
}

function plain(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter((one) => one.name !== 'xmlns' && one.prefix !== 'xmlns')
    .map((one) => `${one.namespaceURI ?? ''} ${one.localName}=${JSON.stringify(one.value)}`)
    .sort();
  const children = Array.from(element.childNodes).map((one) =>
    one instanceof Element ? plain(one) : one.nodeType === 3 ? one.nodeValue : '',
  );
  return `<${element.namespaceURI ?? ''} ${element.localName} ${attributes.join(' ')}>${children.join('')}</>`;
}
