import type { Patience } from '../port';
import { trouble } from '../trouble';
import { within } from './waiting';

const sliceSize = 4 * 1024 * 1024;

type Tell<T> = (result: Office.AsyncResult<T>) => void;

/** A call of the Common API as a promise; rejects where Office refuses. */
export function common<T>(patience: number, call: (tell: Tell<T>) => void): Promise<T> {
  return within(
    patience,
    new Promise<T>((resolve, reject) => {
      call((result) => {
        // The enum of Office says the same, but is not there before Office is.
        if (String(result.status) === 'succeeded') resolve(result.value);
        else reject(new Error(result.error.message));
      });
    }),
  );
}

/** The whole document, slice by slice. A slice that fails is asked for once more; the file is closed whatever happens, for Word keeps two. */
export async function readFile(patience: number, options: Patience = {}): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  const file = await common<Office.File>(patience, (tell) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, tell),
  ).catch((error: unknown) => {
    throw error instanceof Error && 'problem' in error ? error : trouble('noFile');
  });
  try {
    const whole = new Uint8Array(file.size);
    let length = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      options.signal?.throwIfAborted();
      const data = await slice(file, index, patience);
      if (length + data.length > whole.length) throw trouble('slices');
      whole.set(data, length);
      length += data.length;
      options.onProgress?.(index + 1, file.sliceCount);
    }
    // A package begins with PK.
    if (length !== whole.length || whole[0] !== 0x50 || whole[1] !== 0x4b) throw trouble('slices');
    return whole;
  } finally {
    file.closeAsync();
  }
}

async function slice(file: Office.File, index: number, patience: number): Promise<Uint8Array> {
  const ask = () => common<Office.Slice>(patience, (tell) => file.getSliceAsync(index, tell));
  const given = await ask()
    .catch((error: unknown) => {
      if (error instanceof Error && 'problem' in error) throw error;
      return ask();
    })
    .catch((error: unknown) => {
      throw error instanceof Error && 'problem' in error ? error : trouble('slices');
    });
  return Uint8Array.from(given.data as number[]);
}
