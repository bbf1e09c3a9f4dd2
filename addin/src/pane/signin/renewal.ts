import { setRenewal } from '../../api/client';
import { countLeavings, hasLeft, signInByAccount } from '../../app/session';
import type { EntraSettings } from '../api';

// A host that never answers keeps nobody from being asked.
const longest = 20_000;

let running: Promise<boolean> | null = null;
let isHopeless = false;

/** Has expired sign-ins renewed without troubling anybody, as long as that works and the person has not left; then she is asked. */
export function renewBy(entra: EntraSettings | null): void {
  isHopeless = false;
  if (entra === null) {
    setRenewal(null);
    return;
  }
  setRenewal(() => {
    if (isHopeless || hasLeft()) return Promise.resolve(false);
    // Calls that were refused together wait for the same sign-in.
    running ??= renew(entra).finally(() => {
      running = null;
    });
    return running;
  });
}

async function renew(entra: EntraSettings): Promise<boolean> {
  try {
    const { signInSilently } = await import('./account');
    const before = countLeavings();
    const token = await inTime(signInSilently(entra));
    if (countLeavings() !== before) return false;
    signInByAccount(token);
    return true;
  } catch {
    isHopeless = true;
    return false;
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), longest);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
