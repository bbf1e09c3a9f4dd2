import { call } from '../../api/client';
import type { PaneInfo } from '../api';
import { loadOffice } from '../host';
import { words } from '../words';
import { returnAddress, type SignInMessage } from './account';
import { officeUi, tellsOrigins } from './office';

const name = 'yiyuan-signing-in';

/**
 * What the page does in a window of Office that was opened for signing in: it goes to the sign-in service, comes back from there, and
 * hands the token to the pane. In a window of the browser or a hidden frame it does nothing: there the pane reads the address itself.
 */
export async function signInHere(): Promise<void> {
  const given = /^#\/signin\/(.+)$/.exec(window.location.hash)?.[1];
  if (given !== undefined) sessionStorage.setItem(name, given);
  const nonce = sessionStorage.getItem(name);
  if (nonce === null) return;
  document.body.textContent = words.signIn.going;
  const info = await call<PaneInfo>('info', { tries: 3 });
  if (!info.entra) return;
  const { clientId, authority, scope } = info.entra;
  const msal = await import('@azure/msal-browser');
  const app = await msal.createStandardPublicClientApplication({ auth: { clientId, authority, redirectUri: returnAddress() } });
  const result = await app.handleRedirectPromise().catch(() => ({ accessToken: '' }));
  if (result === null) {
    await app.loginRedirect({ scopes: [scope] });
    return;
  }
  sessionStorage.removeItem(name);
  await loadOffice(info.officeJs);
  const message: SignInMessage = { nonce, token: result.accessToken };
  // To the pane alone, where Office can see to that.
  const options = tellsOrigins() ? [{ targetOrigin: window.location.origin }] : [];
  officeUi()?.messageParent(JSON.stringify(message), ...options);
}
