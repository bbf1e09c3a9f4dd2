import { afterEach, expect, vi } from 'vitest';
import type { Problem } from '../../api/types';

/** A call as the service got it. */
export interface Got {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  json: unknown;
}

type Handler = object | ((got: Got) => unknown);

/** A service that knows only what it was taught: a call of anything else fails the test. */
export class Service {
  readonly calls: Got[] = [];
  readonly unknown: string[] = [];
  private readonly handlers = new Map<string, Handler>();

  constructor() {
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => this.answer(address, init));
  }

  /** Teaches the answer to a call, such as GET plans. */
  on(call: string, handler: Handler): this {
    this.handlers.set(call, handler);
    return this;
  }

  /** The calls of a kind that were made. */
  made(call: string): Got[] {
    return this.calls.filter((got) => `${got.method} ${got.path}` === call);
  }

  private async answer(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, 'http://localhost');
    const path = decodeURIComponent(url.pathname.replace('/api/v1/', ''));
    const method = init.method ?? 'GET';
    const json: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const got: Got = { method, path, query: url.searchParams, headers: new Headers(init.headers), json };
    this.calls.push(got);
    const handler = this.handlers.get(`${method} ${path}`);
    if (handler === undefined) {
      this.unknown.push(`${method} ${path}${url.search}`);
      return problem(404, '没有这个地址。');
    }
    const answer: unknown = typeof handler === 'function' ? await (handler as (got: Got) => unknown)(got) : handler;
    return answer instanceof Response ? answer : Response.json(answer);
  }
}

/** The service's way of refusing. */
export function problem(status: number, detail: string, code = 'refused'): Response {
  const body: Problem = { type: 'about:blank', title: '没有做成', status, detail, code, requestId: 'r1' };
  return Response.json(body, { status });
}

/** The answer of a service that is away. */
export function away(): never {
  throw new TypeError('failed to fetch');
}

/** A page of a list. */
export function pageOf(items: unknown[]): object {
  return { items, next: null, total: items.length };
}

let current: Service | null = null;

/** The service of this test, with what every pane asks. */
export function service(): Service {
  current = new Service()
    .on('GET info', { version: '1.0', maxUploadBytes: 1e8, hasPdf: true, signIn: 'key' })
    .on('GET me', { name: '张三', role: 'drafter', body: '' });
  return current;
}

afterEach(() => {
  const unknown = current?.unknown ?? [];
  current = null;
  vi.unstubAllGlobals();
  sessionStorage.clear();
  expect(unknown).toEqual([]);
});
