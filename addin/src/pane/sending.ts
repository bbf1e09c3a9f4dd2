import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/client';
import type { WordPort } from '../word/port';
import { usePaneContext } from './context';
import { everyDocument } from './kept';
import type { PaneName } from './route';
import { sumOf } from './sum';
import {
  changeUnsent,
  forgetUnsent,
  isAbout,
  keepUnsent,
  readUnsent,
  showUnsent,
  useUnsent,
  type SendingName,
  type Unsent,
} from './unsent';
import { words } from './words';

/** Work on its way to the service. */
export interface Sending<I> {
  run: (input: I) => void;
  retry: () => void;
  /** Sends the document as it is now, where it is no longer the one that was to be sent; null where nobody has to be asked. */
  sendNow: (() => void) | null;
  drop: () => void;
  /** Whether something was not even begun, since the work before it is still to be sent. */
  isRefused: boolean;
  isPending: boolean;
  error: Error | null;
  /** What is still to be sent; null for nothing, and while it is being sent. */
  unsent: Unsent<I> | null;
}

/** The document is not the same to the byte as the one that was to be sent. */
class OtherBytes extends Error {}

/** Whether a problem leaves open whether the work was done: then it is kept, to be sent again. */
export function isOpen(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  const { status } = error.problem;
  return status < 400 || status >= 500 || status === 401 || status === 408 || status === 429;
}

// What was read for each work; beside the panes, so that another pane does not lose it: a host does not pack a document twice alike.
const read = new Map<string, Uint8Array>();

const nothing = new Uint8Array();

/** The document as it is sent with some work: the same bytes each time, else somebody is asked first. */
async function bytesFor(work: Unsent<unknown>, port: WordPort): Promise<Uint8Array> {
  const known = read.get(work.once);
  if (known) return known;
  const docx = await port.readPackage();
  const sum = await sumOf(docx);
  if (work.sum !== undefined && work.sum !== sum) throw new OtherBytes(words.unsent.changed);
  read.set(work.once, docx);
  changeUnsent({ ...work, sum });
  return docx;
}

function settle(once: string): void {
  read.delete(once);
  forgetUnsent(once);
}

/** Sends work that must neither be lost nor done twice: it is kept until the service has answered. */
export function useSending<I, O>({
  name,
  pane,
  needs,
  what,
  send,
  onDone,
}: {
  name: SendingName;
  pane: PaneName;
  /** What it needs of the document in hand: only that it is that one, or its bytes. */
  needs: 'nothing' | 'document' | 'bytes';
  what: (input: I) => string;
  send: (input: I, once: string, docx: Uint8Array) => Promise<O>;
  onDone: (output: O, input: I) => void;
}): Sending<I> {
  const { port, document } = usePaneContext();
  const isMine = (work: Unsent<unknown>) => work.name === name && isAbout(work, document);
  const kept = useUnsent().find(isMine);
  const [refused, setRefused] = useState('');
  const unsent = (kept as Unsent<I> | undefined) ?? null;
  const mutation = useMutation({
    mutationFn: async (work: Unsent<I>) => {
      const end = showUnsent(work.once);
      try {
        return await send(work.input, work.once, needs === 'bytes' ? await bytesFor(work, port) : nothing);
      } finally {
        end();
      }
    },
    onSuccess: (output, work) => {
      settle(work.once);
      onDone(output, work.input);
    },
    onError: (error, work) => {
      if (!isOpen(error)) settle(work.once);
    },
  });
  const begin = (what: string, input: I) => {
    const once = crypto.randomUUID();
    const work = { name, document: needs === 'nothing' ? everyDocument : document, what, pane, at: new Date().toISOString(), once, input };
    keepUnsent(work);
    mutation.mutate(work);
  };
  return {
    run: (input) => {
      const open = readUnsent().find(isMine);
      // A newer record of the same document says all that the one before says.
      if (open && name === 'record') settle(open.once);
      else if (open) {
        setRefused(open.once);
        return;
      }
      begin(what(input), input);
    },
    isRefused: unsent !== null && refused === unsent.once,
    retry: () => unsent && mutation.mutate(unsent),
    sendNow:
      unsent && mutation.error instanceof OtherBytes
        ? () => {
            // The key stands for the bytes that it was first sent with.
            settle(unsent.once);
            begin(unsent.what, unsent.input);
          }
        : null,
    drop: () => {
      if (unsent) settle(unsent.once);
      mutation.reset();
    },
    isPending: mutation.isPending,
    error: mutation.error,
    unsent: mutation.isPending ? null : unsent,
  };
}
