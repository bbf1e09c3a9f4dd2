import { useState } from 'react';

const prefix = 'yiyuan-page-1';

/** State that outlives its form: what was typed and not sent is there again until the browser session ends. */
export function useKept<T>(name: string, first: T): [T, (value: T) => void, () => void] {
  const key = `${prefix}:${name}`;
  const [value, hold] = useState<T>(() => (read(key) as T | null) ?? first);
  const set = (next: T): void => {
    write(key, next);
    hold(next);
  };
  const forget = (): void => {
    write(key, null);
    hold(first);
  };
  return [value, set, forget];
}

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as unknown;
  } catch {
    // A browser that keeps nothing, or something that is no longer understood.
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full store loses nothing that is on the screen.
  }
}
