import type { PaperMark } from '../port';
import { isSameXml, newest, recordNamespace } from '../record';
import { readable } from '../trouble';
import { common } from './file';

const allParts = (patience: number) =>
  common<Office.CustomXmlPart[]>(patience, (tell) => Office.context.document.customXmlParts.getByNamespaceAsync(recordNamespace, tell));

const xmlOf = (part: Office.CustomXmlPart, patience: number) => common<string>(patience, (tell) => part.getXmlAsync(tell));

/** The record's facts; null for none. */
export async function readRecord(patience: number): Promise<PaperMark | null> {
  try {
    const parts = await allParts(patience);
    return newest(await Promise.all(parts.map((part) => xmlOf(part, patience))));
  } catch (error) {
    throw readable(error);
  }
}

/**
 * Puts the new part in before the old ones go, so that there is always one; then reads back, since hosts have been seen to say that a part
 * was written that was not. True only where the new one is there, and alone.
 */
export async function putRecord(xml: string, patience: number): Promise<boolean> {
  try {
    const old = await allParts(patience);
    if (await isThere(xml, patience, 1)) return true;
    await common<Office.CustomXmlPart>(patience, (tell) => Office.context.document.customXmlParts.addAsync(xml, tell));
    if (!(await isThere(xml, patience, old.length + 1))) return false;
    for (const part of old) await common(patience, (tell) => part.deleteAsync(tell));
    return await isThere(xml, patience, 1);
  } catch {
    return false;
  }
}

async function isThere(xml: string, patience: number, count: number): Promise<boolean> {
  const parts = await allParts(patience);
  const texts = await Promise.all(parts.map((part) => xmlOf(part, patience)));
  return texts.length === count && texts.some((one) => isSameXml(one, xml));
}
