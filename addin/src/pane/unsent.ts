import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ApiError } from '../api/client';
import { usePaneContext } from './context';
import { readKept, writeKept } from './kept';
import type { PaneName } from './route';

/** Work that was asked for and whose answer never came. */
export interface Unsent<I> {
  /** In words, such as 归档《…》. */
  what: string;
  pane: PaneName;
  at: string;
  /** The key by which the service knows it again: however often it is sent, it is carried out once. */
  once: string;
  input: I;
}

/** Work on its way to the service. */
export interface Sending<I> {
  run: (input: I) => void;
  retry: () => void;
  drop: () => void;
  isPending: boolean;
  error: Error | null;
  /** What is still to be sent; null for nothing, and while it is being sent. */
  unsent: Unsent<I> | null;
}

const names = ['number', 'filing', 'record', 'import'] as const;
export type SendingName = (typeof names)[number];

const listeners = new Set<() => void>();

function keep(document: string, name: SendingName, unsent: Unsent<unknown> | null): void {
  writeKept(document, `unsent-${name}`, unsent);
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether a problem leaves open whether the work was done: then it is kept, to be sent again. */
export function isOpen(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  const { status } = error.problem;
  return status < 400 || status >= 500 || status === 401 || status === 408 || status === 429;
}

/** Sends work that must neither be lost nor done twice: it is kept until the service has answered. */
export function useSending<I, O>({
  name,
  pane,
  what,
  send,
  onDone,
}: {
  name: SendingName;
  pane: PaneName;
  what: (input: I) => string;
  send: (input: I, once: string) => Promise<O>;
  onDone: (output: O, input: I) => void;
}): Sending<I> {
  const { document } = usePaneContext();
  // The text is compared, so that the same work is the same value.
  const kept = useSyncExternalStore(subscribe, () => JSON.stringify(readKept(document, `unsent-${name}`)));
  const unsent = JSON.parse(kept) as Unsent<I> | null;
  const mutation = useMutation({
    mutationFn: (work: Unsent<I>) => send(work.input, work.once),
    onSuccess: (output, work) => {
      keep(document, name, null);
      onDone(output, work.input);
    },
    onError: (error) => {
      if (!isOpen(error)) keep(document, name, null);
    },
  });
  return {
    run: (input) => {
      const work = { what: what(input), pane, at: new Date().toISOString(), once: crypto.randomUUID(), input };
      keep(document, name, work);
      mutation.mutate(work);
    },
    retry: () => unsent && mutation.mutate(unsent),
    drop: () => {
      keep(document, name, null);
      mutation.reset();
    },
    isPending: mutation.isPending,
    error: mutation.error,
    unsent: mutation.isPending ? null : unsent,
  };
}

/** Everything that is still to be sent for the document in hand. */
export function useAllUnsent(): Unsent<unknown>[] {
  const { document } = usePaneContext();
  const all = useSyncExternalStore(subscribe, () => JSON.stringify(names.map((name) => readKept(document, `unsent-${name}`))));
  return (JSON.parse(all) as (Unsent<unknown> | null)[]).filter((one) => one !== null);
}
