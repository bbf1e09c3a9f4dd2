import type { EntraSettings } from '../api';
import { words } from '../words';
import { canNest, loginHint, officeUi, type OfficeDialog } from './office';

/** What a window that was opened for signing in sends back. */
export interface SignInMessage {
  token?: string;
}

/** A token of the office's account without troubling anybody; thrown where that needs the person. */
export async function signInSilently(entra: EntraSettings): Promise<string> {
  const app = await makeApp(entra);
  const hint = await loginHint();
  const result = await app.ssoSilent({ scopes: [entra.scope], ...(hint !== '' && { loginHint: hint }) });
  return result.accessToken;
}

/** Signs in with the person's help: by Office itself where it can, else by a window of Office, outside of it by one of the browser. */
export async function signInOpenly(entra: EntraSettings): Promise<string> {
  const ui = officeUi();
  if (ui !== null && !canNest()) return signInByDialog(ui);
  const app = await makeApp(entra);
  try {
    return (await app.acquireTokenPopup({ scopes: [entra.scope] })).accessToken;
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

function signInByDialog(ui: NonNullable<ReturnType<typeof officeUi>>): Promise<string> {
  return new Promise((resolve, reject) => {
    ui.displayDialogAsync(`${returnAddress()}#/signin`, { height: 60, width: 35 }, ({ status, value }) => {
      if (status !== 'succeeded' || !value) reject(new Error(words.signIn.blocked));
      else listen(value, resolve, reject);
    });
  });
}

function listen(dialog: OfficeDialog, resolve: (token: string) => void, reject: (error: Error) => void): void {
  dialog.addEventHandler('dialogMessageReceived', ({ message }) => {
    dialog.close();
    const { token } = JSON.parse(message ?? '{}') as SignInMessage;
    if (token) resolve(token);
    else reject(new Error(words.signIn.failed));
  });
  // The person closed the window, or it could not show the page.
  dialog.addEventHandler('dialogEventReceived', () => reject(new Error(words.signIn.closed)));
}

function sentenceFor(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'errorCode' in error ? error.errorCode : '';
  if (code === 'user_cancelled') return words.signIn.closed;
  return code === 'popup_window_error' || code === 'empty_window_error' ? words.signIn.blocked : words.signIn.failed;
}
