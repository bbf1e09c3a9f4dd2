import { download } from '../api/client';

/** Fetches a file and gives it to the browser to save. */
export async function save(path: string, name: string): Promise<void> {
  saveBlob(await download(path), name);
}

/** Gives a file to the browser to save. */
export function saveBlob(file: Blob, name: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(file);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
