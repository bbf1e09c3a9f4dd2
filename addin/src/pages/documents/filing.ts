import type { Document, FilingPreview, FilingRequest } from '../../api/types';

/** Where a person wants papers filed. */
export interface Place {
  drive: string;
  /** An existing folder; empty for the root. */
  folder: string;
  /** A folder to be made in it; empty for none. */
  newFolder: string;
  withPdf: boolean;
}

/** What is asked of the service. */
export function requestOf(plan: string, documents: readonly Document[], place: Place): FilingRequest {
  return {
    plan,
    drive: place.drive,
    folder: folderOf(place),
    documents: documents.map((document) => document.id),
    withPdf: place.withPdf,
  };
}

/** The folder that a place means, with the one that is to be made in it. */
export function folderOf(place: Place): string {
  return [place.folder, ...place.newFolder.split('/')]
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join('/');
}

/** Whether anything is written of a paper: itself, the PDF that it lacks, or its line of the register. */
export function isToWrite(preview: FilingPreview): boolean {
  return preview.writes;
}

/** Whether all papers lie where they belong: nothing is to be written, and none was refused. */
export function isAllFiled(previews: readonly FilingPreview[]): boolean {
  return !previews.some((preview) => preview.writes || preview.step === null);
}

/** The folder above a folder; null for the root. */
export function above(folder: string): string | null {
  if (folder === '') return null;
  const slash = folder.lastIndexOf('/');
  return slash < 0 ? '' : folder.slice(0, slash);
}
