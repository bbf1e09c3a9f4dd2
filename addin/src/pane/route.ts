import { useSyncExternalStore } from 'react';

/** The panes, in the order of the work. */
export const paneNames = ['tasks', 'insert', 'update', 'check', 'file', 'import'] as const;
export type PaneName = (typeof paneNames)[number];

/** Reads what stands behind the #; anything strange is the first pane. */
export function parsePane(hash: string): PaneName {
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0];
  return paneNames.find((one) => one === name) ?? 'tasks';
}

/** The address of a pane. Word's script takes `history` away, so that links must do. */
export function addressOf(pane: PaneName): string {
  return `#/${pane}`;
}

/** Which pane is open. */
export function usePane(): PaneName {
  return parsePane(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}
