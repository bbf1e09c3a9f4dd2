import { trouble } from '../trouble';
import type { Parts } from './parts';

/** Unpacks a .docx; only the wanted parts where it is asked so. What unpacks is loaded when it is first needed. */
export async function unpack(docx: Uint8Array, isWanted: (name: string) => boolean = () => true): Promise<Parts> {
  const { unzipSync } = await import('fflate');
  try {
    const parts: Parts = new Map(Object.entries(unzipSync(docx, { filter: (file) => isWanted(file.name) || file.name === mainPart })));
    if (parts.has(mainPart)) return parts;
  } catch {
    // Told below: it is no package.
  }
  throw trouble('notWord');
}

/** Packs parts into a .docx, the list of types first as Word has it. */
export async function pack(parts: Parts): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const names = [...parts.keys()].sort((one, other) => Number(other === typesPart) - Number(one === typesPart));
  return zipSync(Object.fromEntries(names.map((name) => [name, parts.get(name) ?? new Uint8Array()])));
}

/** The part with the text. */
export const mainPart = 'word/document.xml';

const typesPart = '[Content_Types].xml';
