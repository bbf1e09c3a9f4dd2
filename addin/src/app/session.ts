import { useSyncExternalStore } from 'react';
import { setKey as sendKey, whenSignedOut } from '../api/client';

const name = 'yiyuan-key';
// Whoever leaves stays away until somebody signs in, also after the page was opened again.
const leftName = 'yiyuan-left';
let leavings = 0;
const listeners = new Set<() => void>();
let isSignedOut = false;

function change(signedOut: boolean): void {
  isSignedOut = signedOut;
  for (const tell of listeners) tell();
}

/** Takes up the key of this browser session, if there is one. */
export function startSession(): void {
  sendKey(sessionStorage.getItem(name) ?? '');
  whenSignedOut(() => change(true));
}

/** Whether the person has signed out, and nobody in since. */
export function hasLeft(): boolean {
  return sessionStorage.getItem(leftName) !== null;
}

/** How often somebody has signed out: a sign-in that was asked for before that is not for whoever is there now. */
export function countLeavings(): number {
  return leavings;
}

/** Signs in with a key; whether it is good is seen at the next call. */
export function signIn(key: string): void {
  sessionStorage.setItem(name, key);
  sessionStorage.removeItem(leftName);
  sendKey(key);
  change(false);
}

/** Signs in with a token of the office's account, which is kept nowhere. */
export function signInByAccount(token: string): void {
  sessionStorage.removeItem(name);
  sessionStorage.removeItem(leftName);
  sendKey(token);
  change(false);
}

/** Forgets the key; nobody is signed in again without having asked for it. */
export function signOut(): void {
  sessionStorage.removeItem(name);
  sessionStorage.setItem(leftName, '1');
  leavings++;
  sendKey('');
  change(true);
}

/** Whether the sign-in page is needed. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => isSignedOut,
  );
}
