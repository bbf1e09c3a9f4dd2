import type { EntraSettings } from '../api';
import { words } from '../words';
import { canNest, loginHint, officeUi, type DialogEvent, type OfficeDialog } from './office';

/** What a window that was opened for signing in sends back. */
export interface SignInMessage {
  /** The word that the window was given when it was opened: so it is ours. */
  nonce: string;
  /** Empty where the sign-in failed. */
  token: string;
}

/** A token of the office's account without troubling anybody; thrown where that needs the person. */
export async function signInSilently(entra: EntraSettings): Promise<string> {
  const app = await makeApp(entra);
  const hint = await loginHint();
  const result = await app.ssoSilent({ scopes: [entra.scope], ...(hint !== '' && { loginHint: hint }) });
  return tokenOf(result);
}

/** Signs in with the person's help: by Office itself where it can, else by a window of Office, outside of it by one of the browser. */
export async function signInOpenly(entra: EntraSettings): Promise<string> {
  const ui = officeUi();
  if (ui !== null && !canNest()) return signInByDialog(ui);
  const app = await makeApp(entra);
  try {
    return tokenOf(await app.acquireTokenPopup({ scopes: [entra.scope] }));
  } catch (error) {
    throw new Error(sentenceFor(error), { cause: error });
  }
}

/** The page to which the sign-in service sends people back; it is registered there. */
export function returnAddress(): string {
  return window.location.origin + window.location.pathname;
}

async function makeApp(entra: EntraSettings) {
  const msal = await import('@azure/msal-browser');
  const auth = { clientId: entra.clientId, authority: entra.authority, redirectUri: returnAddress() };
  return canNest() ? msal.createNestablePublicClientApplication({ auth }) : msal.createStandardPublicClientApplication({ auth });
}

function tokenOf(result: { accessToken: string }): string {
  if (result.accessToken === '') throw new Error(words.signIn.failed);
  return result.accessToken;
}

function signInByDialog(ui: NonNullable<ReturnType<typeof officeUi>>): Promise<string> {
  const nonce = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    try {
      ui.displayDialogAsync(`${returnAddress()}#/signin/${nonce}`, { height: 60, width: 35 }, ({ status, value }) => {
        if (status !== 'succeeded' || !value) reject(new Error(words.signIn.blocked));
        else listen(value, nonce, resolve, reject);
      });
    } catch (error) {
      reject(new Error(words.signIn.blocked, { cause: error }));
    }
  });
}

// The person closed the window herself.
const closedByHand = 12006;

function listen(dialog: OfficeDialog, nonce: string, resolve: (token: string) => void, reject: (error: Error) => void): void {
  let isOver = false;
  dialog.addEventHandler('dialogMessageReceived', (happened) => {
    const message = readMessage(happened);
    // A page of somebody else may send what it likes.
    if (isOver || message?.nonce !== nonce) return;
    isOver = true;
    dialog.close();
    if (message.token !== '') resolve(message.token);
    else reject(new Error(words.signIn.failed));
  });
  dialog.addEventHandler('dialogEventReceived', ({ error }) => {
    if (isOver) return;
    isOver = true;
    if (error !== closedByHand) dialog.close();
    reject(new Error(error === closedByHand ? words.signIn.closed : words.signIn.failed));
  });
}

function readMessage({ message, origin }: DialogEvent): SignInMessage | null {
  if (origin !== undefined && origin !== window.location.origin) return null;
  try {
    const { nonce, token } = JSON.parse(message ?? '') as Partial<SignInMessage>;
    return typeof nonce === 'string' && typeof token === 'string' ? { nonce, token } : null;
  } catch {
    return null;
  }
}

function sentenceFor(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'errorCode' in error ? error.errorCode : '';
  if (code === 'user_cancelled') return words.signIn.closed;
  return code === 'popup_window_error' || code === 'empty_window_error' ? words.signIn.blocked : words.signIn.failed;
}
