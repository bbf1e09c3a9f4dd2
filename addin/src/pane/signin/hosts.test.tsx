import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setKey } from '../../api/client';
import { signInByAccount, startSession } from '../../app/session';
import { Dialogs, msalError, type Msal } from '../testing/accountHost';
import { plan } from '../testing/samples';
import { pageOf, problem, service, type Got, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';
import { renewBy } from './renewal';
import { signInHere } from './window';

const { held } = vi.hoisted(() => ({ held: { msal: null as Msal | null } }));
vi.mock('@azure/msal-browser', () => ({
  createNestablePublicClientApplication: (settings: object) => held.msal?.module.createNestablePublicClientApplication(settings),
  createStandardPublicClientApplication: (settings: object) => held.msal?.module.createStandardPublicClientApplication(settings),
}));

const entra = { clientId: 'c', authority: 'https://login.example/t', scope: 'api://s/access_as_user' };
const info = { version: '1.0', maxUploadBytes: 1e8, hasPdf: false, signIn: 'oidc', entra, officeJs: 'https://office.example/office.js' };
const outline = { name: '通知.docx', title: '通知', kindName: '通知', bearsNumber: false, lines: [], hasPdf: false };
let known: Service;
let good: string;
let msal: Msal;

beforeEach(async () => {
  const { Msal } = await import('../testing/accountHost');
  held.msal = msal = new Msal();
  good = 'first';
  startSession();
  signInByAccount('first');
  const guarded = (answer: object) => (got: Got) =>
    got.headers.get('Authorization') === `Bearer ${good}` ? answer : problem(401, '需要登录。', 'sign-in-needed');
  known = service()
    .on('GET info', info)
    .on('GET me', guarded({ name: '张三', role: 'drafter', body: '' }))
    .on('GET plans', guarded(pageOf([plan])))
    .on('POST drafts/outline', guarded(outline));
});

afterEach(() => {
  renewBy(null);
  setKey('');
  vi.useRealTimers();
});

/** Somebody is in the middle of a form when the sign-in expires. */
async function expireMidForm(): Promise<void> {
  show('insert', new TestPort());
  await userEvent.selectOptions(await screen.findByLabelText('文种'), '工作部署通知');
  await userEvent.type(screen.getByLabelText(/部署什么工作/), '防汛');
  await userEvent.type(screen.getByLabelText(/目的和依据/), '为做好防汛');
  await userEvent.type(screen.getByLabelText(/正文/), '一、加强值守');
  good = 'second';
  await userEvent.click(screen.getByRole('button', { name: '预览' }));
}

function expectForm(): void {
  expect(screen.getByLabelText(/部署什么工作/)).toHaveProperty('value', '防汛');
  expect(screen.getByLabelText(/正文/)).toHaveProperty('value', '一、加强值守');
}

const clickAccount = () => userEvent.click(screen.getByRole('button', { name: '用单位账号登录' }));
const alertText = async () => (await within(screen.getByRole('dialog')).findByRole('alert')).textContent;

test('with the dialog of Office: blocked, closed, failed, and the form is there all the time', async () => {
  const dialogs = new Dialogs(false);
  await expireMidForm();
  await screen.findByRole('dialog', { name: '需要登录' });
  dialogs.throws = true;
  await clickAccount();
  expect(await alertText()).toContain('可能被拦截');
  dialogs.throws = false;
  dialogs.isBlocked = true;
  await clickAccount();
  await waitFor(() => expect(dialogs.addresses).toHaveLength(1));
  expect(await alertText()).toContain('可能被拦截');
  expectForm();
  dialogs.isBlocked = false;
  await clickAccount();
  await waitFor(() => expect(dialogs.isOpen).toBe(true));
  act(() => dialogs.happen(12006));
  expect(await alertText()).toContain('登录窗口已关闭');
  expectForm();
  await clickAccount();
  await waitFor(() => expect(dialogs.isOpen).toBe(true));
  act(() => dialogs.happen(12002));
  expect(await alertText()).toContain('没有登录成功');
  expect(dialogs.isOpen).toBe(false);
  await clickAccount();
  await waitFor(() => expect(dialogs.isOpen).toBe(true));
  act(() => dialogs.send({ nonce: dialogs.nonce, token: '' }));
  expect(await alertText()).toContain('没有登录成功');
  expectForm();
  expect(new Set(dialogs.addresses).size).toBe(dialogs.addresses.length);
});

test('messages of other pages, with another word, or that are none, are ignored; the right one signs in', async () => {
  const dialogs = new Dialogs(false);
  await expireMidForm();
  await screen.findByRole('dialog', { name: '需要登录' });
  await clickAccount();
  await waitFor(() => expect(dialogs.isOpen).toBe(true));
  act(() => {
    dialogs.send({ nonce: dialogs.nonce, token: 'stolen' }, 'https://evil.example');
    dialogs.send({ nonce: 'guessed', token: 'stolen' });
    dialogs.send({ token: 'stolen' });
    dialogs.send({ nonce: dialogs.nonce, token: 7 });
    dialogs.send('no JSON at all');
    dialogs.send('null');
  });
  expect(dialogs.isOpen).toBe(true);
  expect(screen.getByRole('dialog', { name: '需要登录' })).toBeTruthy();
  act(() => dialogs.send({ nonce: dialogs.nonce, token: 'second' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expectForm();
  expect(await screen.findByRole('button', { name: '放进新文档' })).toBeTruthy();
  // What comes late changes nothing.
  act(() => {
    dialogs.send({ nonce: dialogs.nonce, token: 'late' });
    dialogs.happen(12006);
  });
  expect(known.calls.some((got) => /stolen|late/.test(got.headers.get('Authorization') ?? ''))).toBe(false);
});

test('an old Office does not tell origins: then the word alone decides', async () => {
  const dialogs = new Dialogs(false);
  await expireMidForm();
  await screen.findByRole('dialog', { name: '需要登录' });
  await clickAccount();
  await waitFor(() => expect(dialogs.isOpen).toBe(true));
  act(() => dialogs.send({ nonce: 'guessed', token: 'stolen' }, null));
  expect(dialogs.isOpen).toBe(true);
  act(() => dialogs.send({ nonce: dialogs.nonce, token: 'second' }, null));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expectForm();
});

test('nested: a token that expires in the middle of a form is renewed, and the call is sent again as the same one', async () => {
  new Dialogs(true);
  renewBy(entra);
  msal.silent.push(() => Promise.resolve({ accessToken: 'second' }));
  await expireMidForm();
  expect(await screen.findByRole('button', { name: '放进新文档' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expectForm();
  const sent = known.made('POST drafts/outline');
  expect(sent.map((got) => got.headers.get('Authorization'))).toEqual(['Bearer first', 'Bearer second']);
  expect(new Set(sent.map((got) => got.headers.get('Idempotency-Key'))).size).toBe(1);
  expect(msal.made).toEqual([{ isNestable: true, redirectUri: window.location.origin + window.location.pathname }]);
});

test.each([
  ['asks for the person', () => Promise.reject(msalError('interaction_required'))],
  ['gives nothing', () => Promise.resolve({ accessToken: '' })],
  ['gives what the service refuses', () => Promise.resolve({ accessToken: 'third' })],
])('nested: silence that %s leads to the cover, and a click to the popup; the form stays', async (_, silent) => {
  new Dialogs(true);
  renewBy(entra);
  msal.silent.push(silent);
  msal.popup.push(
    () => Promise.reject(msalError('user_cancelled')),
    () => Promise.reject(msalError('popup_window_error')),
    () => Promise.resolve({ accessToken: '' }),
    () => Promise.resolve({ accessToken: 'second' }),
  );
  // Should the refused one be asked for again, silence helps no further.
  msal.silent.push(() => Promise.reject(msalError('interaction_required')));
  await expireMidForm();
  await screen.findByRole('dialog', { name: '需要登录' });
  for (const sentence of ['登录窗口已关闭', '可能被拦截', '没有登录成功']) {
    await clickAccount();
    await waitFor(async () => expect(await alertText()).toContain(sentence));
    expectForm();
  }
  await clickAccount();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expectForm();
});

test('nested: an Office that never answers keeps nobody waiting for ever', async () => {
  new Dialogs(true);
  renewBy(entra);
  msal.silent.push(() => new Promise(() => undefined));
  good = 'second';
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show('insert', new TestPort());
  await vi.advanceTimersByTimeAsync(5_000);
  expect(screen.queryByRole('dialog')).toBeNull();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await screen.findByRole('dialog', { name: '需要登录' })).toBeTruthy();
});

test('the window hands its token to the pane with the word that it was given, and to no other page', async () => {
  const dialogs = new Dialogs(false);
  Object.assign(globalThis.Office, { onReady: () => Promise.resolve() });
  window.location.hash = '#/signin/word-1';
  msal.redirect.push(() => Promise.resolve(null));
  await signInHere();
  expect(msal.redirected).toEqual([[entra.scope]]);
  expect(dialogs.messageParent).not.toHaveBeenCalled();
  window.location.hash = '#code=abc';
  msal.redirect.push(() => Promise.resolve({ accessToken: 'second' }));
  await signInHere();
  const target = { targetOrigin: window.location.origin };
  expect(dialogs.messageParent.mock.calls).toEqual([[JSON.stringify({ nonce: 'word-1', token: 'second' }), target]]);
  // A popup of the browser comes back to the same address: it is read by the pane and does nothing itself.
  await signInHere();
  expect(dialogs.messageParent).toHaveBeenCalledOnce();
  window.location.hash = '';
});

test('a sign-in that failed is handed over as such', async () => {
  const dialogs = new Dialogs(false);
  Object.assign(globalThis.Office, { onReady: () => Promise.resolve() });
  window.location.hash = '#/signin/word-2';
  msal.redirect.push(() => Promise.reject(msalError('access_denied')));
  await signInHere();
  expect(dialogs.messageParent.mock.calls[0]?.[0]).toBe(JSON.stringify({ nonce: 'word-2', token: '' }));
  window.location.hash = '';
});
