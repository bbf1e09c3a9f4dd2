import { useSyncExternalStore } from 'react';
import { everyDocument, readKept, writeKept } from './kept';
import type { PaneName } from './route';

/** Work that was asked for and whose answer never came. */
export interface Unsent<I> {
  name: SendingName;
  /** The document that it is about; that of all of them for work that is about none. */
  document: string;
  /** In words, such as 归档《…》. */
  what: string;
  pane: PaneName;
  at: string;
  /** The key by which the service knows it again: however often it is sent, it is carried out once. */
  once: string;
  input: I;
  /** SHA-256 of the document that is sent along, once it was read. */
  sum?: string;
}

export type SendingName = 'number' | 'filing' | 'record' | 'import';

const listeners = new Set<() => void>();

/** Everything that is still to be sent, of whatever document, oldest first. */
export function readUnsent(): Unsent<unknown>[] {
  return (readKept(everyDocument, 'unsent') as Unsent<unknown>[] | null) ?? [];
}

function write(all: Unsent<unknown>[]): void {
  writeKept(everyDocument, 'unsent', all.length > 0 ? all : null);
  for (const tell of listeners) tell();
}

export function keepUnsent(work: Unsent<unknown>): void {
  write([...readUnsent(), work]);
}

/** Changes what is kept; what was settled meanwhile does not come back. */
export function changeUnsent(work: Unsent<unknown>): void {
  write(readUnsent().map((one) => (one.once === work.once ? work : one)));
}

export function forgetUnsent(once: string): void {
  write(readUnsent().filter((one) => one.once !== once));
}

/** A document is known by another name from now on. */
export function moveUnsent(from: string, to: string): void {
  write(readUnsent().map((one) => (one.document === from ? { ...one, document: to } : one)));
}

// What is on its way, or told in the open pane with the ways out of it; how many times.
const shown = new Map<string, number>();

/** Tells that work need not be told elsewhere; gives back how to tell that this is over. */
export function showUnsent(once: string): () => void {
  const change = (by: number) => {
    shown.set(once, (shown.get(once) ?? 0) + by);
    for (const tell of listeners) tell();
  };
  change(1);
  return () => change(-1);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Everything that is still to be sent and is not told in the open pane. */
export function useUnseen(): Unsent<unknown>[] {
  const all = useSyncExternalStore(subscribe, () => JSON.stringify(readUnsent().filter((one) => (shown.get(one.once) ?? 0) === 0)));
  return JSON.parse(all) as Unsent<unknown>[];
}

/** Everything that is still to be sent. */
export function useUnsent(): Unsent<unknown>[] {
  // The text is compared, so that the same work is the same value.
  const all = useSyncExternalStore(subscribe, () => JSON.stringify(readUnsent()));
  return JSON.parse(all) as Unsent<unknown>[];
}

/** Whether work belongs to a document, or to none in particular. */
export function isAbout(work: Unsent<unknown>, document: string): boolean {
  return work.document === document || work.document === everyDocument;
}
