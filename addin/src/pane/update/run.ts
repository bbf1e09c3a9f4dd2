import { useSyncExternalStore } from 'react';
import type { RegionOutcome, WordPort } from '../../word/port';

/** An update on its way, and what can be put back of those before it. */
export interface Run {
  step: 'idle' | 'asking' | 'replacing' | 'stopping' | 'puttingBack';
  done: number;
  all: number;
  error: unknown;
  /** Stops it. */
  stop: AbortController | null;
  /** What was not replaced, with the reason. */
  left: RegionOutcome[];
  /** What was replaced and can be put back, oldest first. */
  replaced: RegionOutcome[];
  /** The record as it was before all of that. */
  record: string | null;
}

const idle: Run = { step: 'idle', done: 0, all: 0, error: null, stop: null, left: [], replaced: [], record: null };

// Beside the panes, since what was taken out of a document must not be lost when another pane is opened.
let current: { port: WordPort | null; epoch: number; run: Run } = { port: null, epoch: 0, run: idle };
const listeners = new Set<() => void>();

function readRun(port: WordPort, epoch: number): Run {
  return current.port === port && current.epoch === epoch ? current.run : idle;
}

/** Tells how the update of a document gets on. */
export function putRun(port: WordPort, epoch: number, change: Partial<Run>): void {
  current = { port, epoch, run: { ...readRun(port, epoch), ...change } };
  for (const tell of listeners) tell();
}

/** How the update of the document in hand gets on. */
export function useRun(port: WordPort, epoch: number): Run {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => readRun(port, epoch),
  );
}
