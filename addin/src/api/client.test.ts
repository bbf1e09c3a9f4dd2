import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, call, setKey, setPauseBetweenTries, setRenewal, whenSignedOut } from './client';

afterEach(() => {
  vi.unstubAllGlobals();
  setKey('');
});

function answerWith(make: (path: string, init: RequestInit & { headers: Headers }) => Response | Promise<Response>) {
  const fetch = vi.fn((path: string, init: RequestInit & { headers: Headers }) => Promise.resolve(make(path, init)));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const problem = { type: 'about:blank', title: '请求不对', status: 400, detail: '缺少原因。', code: 'invalid', requestId: 'r1' };

test('a problem is thrown with its sentence', async () => {
  answerWith(() => Response.json(problem, { status: 400 }));
  const error: unknown = await call('tasks').catch((one: unknown) => one);
  expect(error).toBeInstanceOf(ApiError);
  expect((error as ApiError).problem).toEqual(problem);
  expect((error as ApiError).message).toBe('缺少原因。');
});

test.each([
  ['a page of a gateway', () => new Response('<html>', { status: 502 }), 'strange', 502],
  ['nothing at all', () => Promise.reject(new TypeError('failed to fetch')), 'offline', 0],
])('%s is told in Chinese too', async (_, make, code, status) => {
  answerWith(make);
  const error = (await call('tasks').catch((one: unknown) => one)) as ApiError;
  expect(error.problem.code).toBe(code);
  expect(error.problem.status).toBe(status);
  expect(error.message).toMatch(/\p{Script=Han}/u);
});

test('every POST can be repeated, every change names the version seen, and keys go with the calls', async () => {
  const fetch = answerWith(() => Response.json({}));
  setKey('ys_1');
  await call('documents', { method: 'POST', json: { plan: 'p' } });
  await call('tasks/1', { method: 'PATCH', json: {}, version: 3 });
  await call('me', { key: 'ys_2' });
  const [post, patch, me] = fetch.mock.calls.map(([, init]) => init.headers);
  expect(post?.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(post?.get('Authorization')).toBe('Bearer ys_1');
  expect(patch?.get('If-Match')).toBe('"3"');
  expect(patch?.get('Idempotency-Key')).toBeNull();
  expect(me?.get('Authorization')).toBe('Bearer ys_2');
});

test('a refused sign-in is told to the page', async () => {
  answerWith(() => Response.json({ ...problem, status: 401, code: 'sign-in-needed' }, { status: 401 }));
  const tell = vi.fn();
  whenSignedOut(tell);
  await call('me').catch(() => undefined);
  expect(tell).toHaveBeenCalledOnce();
});

test('a service that cannot be reached is asked again where that was wanted, with the same key', async () => {
  setPauseBetweenTries(0);
  let away = 2;
  const fetch = answerWith(() => (away-- > 0 ? Promise.reject(new TypeError('failed to fetch')) : Response.json({ good: true })));
  expect(await call('imports', { method: 'POST', tries: 3 })).toEqual({ good: true });
  expect(new Set(fetch.mock.calls.map(([, init]) => init.headers.get('Idempotency-Key'))).size).toBe(1);
  expect(fetch).toHaveBeenCalledTimes(3);
});

test.each([
  ['a refusal', { tries: 3 }, () => Response.json(problem, { status: 400 })],
  ['a change', { method: 'PATCH' as const, tries: 3 }, () => new Response('', { status: 503 })],
  ['a slow service', { tries: 3 }, () => Promise.reject(new DOMException('late', 'TimeoutError'))],
])('%s is not asked again', async (_, options, make) => {
  setPauseBetweenTries(0);
  const fetch = answerWith(make);
  await call('tasks', options).catch(() => undefined);
  expect(fetch).toHaveBeenCalledOnce();
});

test('an expired sign-in is renewed and the call sent again, before anybody is troubled', async () => {
  const tell = vi.fn();
  whenSignedOut(tell);
  setRenewal(() => {
    setKey('fresh');
    return Promise.resolve(true);
  });
  answerWith((_, init) =>
    init.headers.get('Authorization') === 'Bearer fresh' ? Response.json({ name: '张三' }) : Response.json(problem, { status: 401 }),
  );
  expect(await call('me')).toEqual({ name: '张三' });
  expect(tell).not.toHaveBeenCalled();
  setRenewal(() => Promise.resolve(false));
  setKey('');
  await call('me').catch(() => undefined);
  expect(tell).toHaveBeenCalledOnce();
  setRenewal(null);
});
