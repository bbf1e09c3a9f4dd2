import { useContext, useState } from 'react';
import { PaneContext } from './context';

const prefix = 'yiyuan-pane-1';

/** What is kept under this name is there whatever document is in hand. */
export const everyDocument = '*';

const keyOf = (document: string, name: string) => `${prefix}:${document}:${name}`;

/** Reads what was kept for a document; null for nothing. */
export function readKept(document: string, name: string): unknown {
  try {
    const text = sessionStorage.getItem(keyOf(document, name));
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    // A browser that keeps nothing, or something that is no longer understood.
    return null;
  }
}

/** Keeps something for a document until the browser session ends; null to forget it. */
export function writeKept(document: string, name: string, value: unknown): void {
  const key = keyOf(document, name);
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full store loses nothing that is on the screen.
  }
}

/** Hands what was kept for a document over to the name by which it is known now; what was kept under that name stays. */
export function moveKept(from: string, to: string): void {
  try {
    for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(keyOf(from, '')))) {
      const name = key.slice(keyOf(from, '').length);
      if (readKept(to, name) === null) writeKept(to, name, readKept(from, name));
      sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to hand over.
  }
}

/**
 * State that is kept for the document in hand: it is there again when the pane was left, reloaded, or lost its sign-in. Where the same
 * document becomes known by another name, as when it is made a paper, what was typed goes along. With a name it is that one's instead.
 */
export function useKept<T>(name: string, first: T, of?: string): [T, (value: T) => void] {
  const pane = useContext(PaneContext);
  const { epoch } = pane;
  const document = of ?? pane.document;
  const [held, hold] = useState(() => ({ document, epoch, value: (readKept(document, name) as T | null) ?? first }));
  let now = held;
  if (held.document !== document || held.epoch !== epoch) {
    now = { document, epoch, value: (readKept(document, name) as T | null) ?? (held.epoch === epoch ? held.value : first) };
    hold(now);
  }
  const set = (value: T): void => {
    writeKept(document, name, value);
    hold({ document, epoch, value });
  };
  return [now.value, set];
}
