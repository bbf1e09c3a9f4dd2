import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, setKey } from '../../api/client';
import { signIn, signInByAccount, signOut, startSession } from '../../app/session';
import { plan } from '../testing/samples';
import { pageOf, problem, service, type Got, type Service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';
import { renewBy } from './renewal';

const { silently, openly } = vi.hoisted(() => ({ silently: vi.fn(), openly: vi.fn() }));
vi.mock('./account', () => ({ signInSilently: silently, signInOpenly: openly }));

const entra = { clientId: 'c', authority: 'https://login.example/t', scope: 'api://s/access_as_user' };
let known: Service;
let good: string;

beforeEach(() => {
  good = 'ys_old';
  startSession();
  signIn('ys_old');
  const guarded = (answer: object) => (got: Got) =>
    got.headers.get('Authorization') === `Bearer ${good}` ? answer : problem(401, '需要登录。', 'sign-in-needed');
  known = service()
    .on('GET me', guarded({ name: '张三', role: 'drafter', body: '' }))
    .on('GET plans', guarded(pageOf([plan])))
    .on(
      'POST drafts/outline',
      guarded({ name: '通知.docx', title: '通知', kindName: '通知', bearsNumber: false, lines: [], hasPdf: false }),
    );
});

afterEach(() => {
  renewBy(null);
  setKey('');
  sessionStorage.clear();
  vi.resetAllMocks();
});

test('an expired sign-in is asked for above the form, which stays, and the work goes on', async () => {
  show('insert', new TestPort());
  await userEvent.selectOptions(await screen.findByLabelText('文种'), '工作部署通知');
  await userEvent.type(screen.getByLabelText(/部署什么工作/), '防汛');
  await userEvent.type(screen.getByLabelText(/目的和依据/), '为做好防汛');
  await userEvent.type(screen.getByLabelText(/正文/), '一、加强值守');
  good = 'ys_new';
  await userEvent.click(screen.getByRole('button', { name: '预览' }));
  expect(await screen.findByRole('dialog', { name: '需要登录' })).toBeTruthy();
  expect(screen.getByLabelText(/部署什么工作/).closest('[inert]')).not.toBeNull();
  await userEvent.type(screen.getByLabelText(/访问密钥/), 'ys_new');
  await userEvent.click(screen.getByRole('button', { name: '进入' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByLabelText(/部署什么工作/)).toHaveProperty('value', '防汛');
  expect(await screen.findByRole('button', { name: '放进新文档' })).toBeTruthy();
});

test('a wrong key is told, and the cover stays', async () => {
  good = 'ys_new';
  show('tasks', new TestPort());
  await userEvent.type(await screen.findByLabelText(/访问密钥/), 'ys_wrong');
  await userEvent.click(screen.getByRole('button', { name: '进入' }));
  expect((await within(screen.getByRole('dialog')).findByRole('alert')).textContent).toContain('需要登录。');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('an account signs in by a click, and a window that was closed is told', async () => {
  known.on('GET info', { version: '1.0', maxUploadBytes: 1e8, hasPdf: false, signIn: 'oidc', entra }).on('GET tasks', pageOf([]));
  good = 'token';
  openly.mockRejectedValueOnce(new Error('登录窗口已关闭，没有登录。请重试。')).mockResolvedValueOnce('token');
  show('tasks', new TestPort());
  await userEvent.click(await screen.findByRole('button', { name: '用单位账号登录' }));
  expect((await within(screen.getByRole('dialog')).findByRole('alert')).textContent).toContain('登录窗口已关闭');
  await userEvent.click(screen.getByRole('button', { name: '用单位账号登录' }));
  expect(await screen.findByText('没有符合条件的任务。')).toBeTruthy();
  expect(screen.queryByLabelText(/访问密钥/)).toBeNull();
});

test('where the account can be asked in silence, nobody is troubled, and it is asked once', async () => {
  known.on('GET tasks', pageOf([]));
  good = 'token';
  silently.mockResolvedValue('token');
  renewBy(entra);
  show('tasks', new TestPort());
  expect(await screen.findByText('没有符合条件的任务。')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(silently).toHaveBeenCalledOnce();
});

test('who signs out stays out until somebody signs in, whatever is still asked or answered', async () => {
  known.on('GET info', { version: '1.0', maxUploadBytes: 1e8, hasPdf: false, signIn: 'oidc', entra }).on('GET tasks', pageOf([]));
  signInByAccount('token');
  good = 'token';
  silently.mockResolvedValue('token');
  openly.mockResolvedValue('token');
  renewBy(entra);
  show('tasks', new TestPort());
  await userEvent.click(await screen.findByRole('button', { name: '退出' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
  // A query that is old by now, and a page that is opened again.
  await call('me').catch(() => undefined);
  renewBy(entra);
  await call('me').catch(() => undefined);
  expect(silently).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '用单位账号登录' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a sign-in that was under way in silence when the person left does not bring her back', async () => {
  let answer: (token: string) => void = () => undefined;
  silently.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  good = 'token';
  renewBy(entra);
  const asked = call('me').catch(() => 'refused');
  await waitFor(() => expect(silently).toHaveBeenCalledOnce());
  signOut();
  answer('token');
  expect(await asked).toBe('refused');
});

test('silence that fails is not tried again and again', async () => {
  good = 'ys_new';
  silently.mockRejectedValue(new Error('interaction_required'));
  renewBy(entra);
  show('tasks', new TestPort());
  expect(await screen.findByRole('dialog')).toBeTruthy();
  await waitFor(() => expect(known.made('GET plans').length).toBeGreaterThan(0));
  expect(silently).toHaveBeenCalledOnce();
});
