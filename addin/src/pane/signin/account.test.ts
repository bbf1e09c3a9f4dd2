import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signInOpenly, signInSilently } from './account';

const { nestable, standard, app } = vi.hoisted(() => {
  const app = { ssoSilent: vi.fn(), acquireTokenPopup: vi.fn() };
  return { app, nestable: vi.fn(() => Promise.resolve(app)), standard: vi.fn(() => Promise.resolve(app)) };
});
vi.mock('@azure/msal-browser', () => ({
  createNestablePublicClientApplication: nestable,
  createStandardPublicClientApplication: standard,
}));

const entra = { clientId: 'c', authority: 'https://login.example/t', scope: 'api://s/access_as_user' };

interface Handlers {
  dialogMessageReceived?: (happened: { message: string }) => void;
  dialogEventReceived?: (happened: { error: number }) => void;
}

/** An Office that can or cannot vouch for the person, and shows windows. */
function office(canNest: boolean, opened = true) {
  const handlers: Handlers = {};
  const dialog = { addEventHandler: (event: keyof Handlers, tell: never) => (handlers[event] = tell), close: vi.fn() };
  const displayDialogAsync = vi.fn((_address: string, _size: object, tell: (result: object) => void) =>
    tell(opened ? { status: 'succeeded', value: dialog } : { status: 'failed' }),
  );
  vi.stubGlobal('Office', {
    context: { requirements: { isSetSupported: (name: string) => canNest && name === 'NestedAppAuth' }, ui: { displayDialogAsync } },
    auth: { getAuthContext: () => Promise.resolve({ userPrincipalName: 'zhang@example.gov.cn' }) },
  });
  return { handlers, dialog, displayDialogAsync };
}

function nonceOf(displayed: { mock: { calls: unknown[][] } }): string {
  return /#\/signin\/(.+)$/.exec(String(displayed.mock.calls[0]?.[0]))?.[1] ?? '';
}

beforeEach(() => {
  app.ssoSilent.mockResolvedValue({ accessToken: 'silent' });
  app.acquireTokenPopup.mockResolvedValue({ accessToken: 'popup' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

test('an Office that can vouch is asked by nested app authentication, with the name it knows', async () => {
  office(true);
  expect(await signInSilently(entra)).toBe('silent');
  expect(nestable).toHaveBeenCalledOnce();
  expect(standard).not.toHaveBeenCalled();
  expect(app.ssoSilent).toHaveBeenCalledWith({ scopes: [entra.scope], loginHint: 'zhang@example.gov.cn' });
  expect(await signInOpenly(entra)).toBe('popup');
});

test('an Office that cannot shows a window, and takes the token from its message', async () => {
  const { handlers, dialog, displayDialogAsync } = office(false);
  const token = signInOpenly(entra);
  handlers.dialogMessageReceived?.({ message: JSON.stringify({ nonce: nonceOf(displayDialogAsync), token: 'dialog' }) });
  expect(await token).toBe('dialog');
  expect(dialog.close).toHaveBeenCalledOnce();
});

test('a window that was closed, blocked, or brought no token is told in Chinese', async () => {
  const closed = office(false);
  const first = signInOpenly(entra);
  closed.handlers.dialogEventReceived?.({ error: 12006 });
  await expect(first).rejects.toThrow('登录窗口已关闭');
  office(false, false);
  await expect(signInOpenly(entra)).rejects.toThrow('可能被拦截');
  const empty = office(false);
  const third = signInOpenly(entra);
  empty.handlers.dialogMessageReceived?.({ message: JSON.stringify({ nonce: nonceOf(empty.displayDialogAsync), token: '' }) });
  await expect(third).rejects.toThrow('没有登录成功');
});

test.each([
  ['user_cancelled', '登录窗口已关闭'],
  ['popup_window_error', '可能被拦截'],
  ['server_error', '没有登录成功'],
])('outside of Office a window of the browser is opened: %s', async (errorCode, sentence) => {
  expect(await signInOpenly(entra)).toBe('popup');
  expect(standard).toHaveBeenCalled();
  app.acquireTokenPopup.mockRejectedValueOnce(Object.assign(new Error('x'), { errorCode }));
  await expect(signInOpenly(entra)).rejects.toThrow(sentence);
});
