import type { WordPort } from '../word/port';
import type { PaneInfo } from './api';
import { words } from './words';

const longest = 20_000;
const standard = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** What the pane needs of Office besides documents. */
interface OfficeRoot {
  onReady: () => Promise<unknown>;
  context?: { document?: { url?: string } };
}

function officeRoot(): OfficeRoot | undefined {
  return (globalThis as unknown as { Office?: OfficeRoot }).Office;
}

/** Where the document of Office lies; empty where that is not told, as before it was saved. */
export function officeAddress(): string {
  return officeRoot()?.context?.document?.url ?? '';
}

/** Whether an Office program shows the pane, told as office.js itself tells it. */
export function isInOffice(): boolean {
  if (/[?&]_host_Info=/.test(window.location.search) || window.name.includes('_host_Info=')) return true;
  const outside = (window as { external?: object }).external;
  if (outside && 'GetContext' in outside) return true;
  try {
    return sessionStorage.getItem('hostInfoValue') !== null;
  } catch {
    return false;
  }
}

/** Loads Office's own script, which must come from where Microsoft keeps it, and waits until it has spoken with the host. */
export async function loadOffice(address = standard): Promise<void> {
  if (!officeRoot()) {
    try {
      await addScript(address);
    } finally {
      // The script lays nothing over both; what the browser itself has is there again without it.
      for (const name of ['pushState', 'replaceState']) Reflect.deleteProperty(window.history, name);
    }
  }
  const office = officeRoot();
  if (!office) throw new Error(words.document.failed);
  await inTime(office.onReady());
}

/** Makes the port: Word's where Office shows the pane, else a browser's. */
export async function openPort(info: PaneInfo, isInside: boolean): Promise<WordPort> {
  if (!isInside) return (await import('./ports')).browserPort();
  const [ports] = await Promise.all([import('./ports'), loadOffice(info.officeJs)]);
  return ports.officePort();
}

function addScript(address: string): Promise<void> {
  const script = document.createElement('script');
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(words.document.failed));
  });
  script.src = address;
  document.head.append(script);
  return inTime(loaded).catch((error: unknown) => {
    script.remove();
    throw error;
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(words.document.failed)), longest);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
