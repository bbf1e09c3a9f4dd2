import { useSyncExternalStore } from 'react';
import { setKey as sendKey, whenSignedOut } from '../api/client';

const name = 'yiyuan-key';
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

/** Signs in with a key; whether it is good is seen at the next call. */
export function signIn(key: string): void {
  sessionStorage.setItem(name, key);
  sendKey(key);
  change(false);
}

/** Signs in with a token of the office's account, which is kept nowhere. */
export function signInByAccount(token: string): void {
  sessionStorage.removeItem(name);
  sendKey(token);
  change(false);
}

/** Forgets the key. */
export function signOut(): void {
  sessionStorage.removeItem(name);
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
