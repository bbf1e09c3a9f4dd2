import { call } from '../../api/client';
import type { PaneInfo } from '../api';
import { loadOffice } from '../host';
import { words } from '../words';
import { returnAddress, type SignInMessage } from './account';
import { officeUi } from './office';

const name = 'yiyuan-signing-in';

/**
 * What the page does in a window of Office that was opened for signing in: it goes to the sign-in service, comes back from there, and
 * hands the token to the pane. In a window of the browser or a hidden frame it does nothing: there the pane reads the address itself.
 */
export async function signInHere(): Promise<void> {
  if (window.location.hash === '#/signin') sessionStorage.setItem(name, 'yes');
  else if (sessionStorage.getItem(name) === null) return;
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
  const message: SignInMessage = result.accessToken === '' ? {} : { token: result.accessToken };
  officeUi()?.messageParent(JSON.stringify(message));
}
