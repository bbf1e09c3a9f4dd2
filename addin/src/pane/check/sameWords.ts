const story = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** Whether two packages of a document say the same: a host packs the same document differently each time. False where that cannot be told. */
export async function saySame(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  if (one.length === other.length && one.every((byte, i) => byte === other[i])) return true;
  try {
    const [first, second] = await Promise.all([wordsOf(one), wordsOf(other)]);
    return first !== '' && first === second;
  } catch {
    return false;
  }
}

/** All words of a .docx, part by part. */
async function wordsOf(docx: Uint8Array): Promise<string> {
  const decoder = new TextDecoder();
  const parts = await Promise.all(
    entriesOf(docx)
      .filter((entry) => story.test(entry.name))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map(async (entry) => decoder.decode(await unpack(docx, entry))),
  );
  return parts
    .map((xml) => Array.from(xml.matchAll(/<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)|<(\/w:p)>/g), ([, text]) => text ?? '\n').join(''))
    .join('\0');
}

/** A file in a zip archive, as its directory has it. */
interface Entry {
  name: string;
  isPacked: boolean;
  size: number;
  /** Where its own header begins. */
  offset: number;
}

const endMark = 0x06054b50;
const endLength = 22;
const entryLength = 46;
const headerLength = 30;

function entriesOf(zip: Uint8Array): Entry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - endLength;
  while (view.getUint32(end, true) !== endMark) end--;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + entryLength, at + entryLength + nameLength)),
      isPacked: view.getUint16(at + 10, true) !== 0,
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function unpack(zip: Uint8Array, { isPacked, size, offset }: Entry): Promise<Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const from = offset + headerLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const bytes = zip.slice(from, from + size);
  if (!isPacked) return bytes;
  const plain = new Response(bytes).body?.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(plain ?? null).arrayBuffer());
}
