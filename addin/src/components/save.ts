import { download } from '../api/client';

/** Fetches a file and gives it to the browser to save. */
export async function save(path: string, name: string): Promise<void> {
  const link = document.createElement('a');
  const address = URL.createObjectURL(await download(path));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
