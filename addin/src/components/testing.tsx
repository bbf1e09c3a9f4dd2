import { FluentProvider } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { MeContext } from '../app/me';
import { theme } from '../app/theme';

/** What was sent to the service of a test. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
  once: string | null;
}

/** Draws something as the page does, for a drafter where nothing else is said. */
export function show(what: ReactNode, role = 'drafter') {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <FluentProvider theme={theme}>
      <QueryClientProvider client={queries}>
        <MeContext value={{ name: '张三', role, body: '' }}>{what}</MeContext>
      </QueryClientProvider>
    </FluentProvider>,
  );
}

/** Puts a service in the place of the real one; what is sent to it. A path that it does not know is an empty list. */
export function serve(answers: Record<string, (one: Sent) => Response>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (address: string, request: RequestInit) => {
    const path = decodeURIComponent(address.replace('/api/v1/', ''));
    const method = request.method ?? 'GET';
    const body = typeof request.body === 'string' ? (JSON.parse(request.body) as unknown) : request.body;
    const one = { method, path, body, once: new Headers(request.headers).get('Idempotency-Key') };
    sent.push(one);
    const known = Object.keys(answers).find((start) => `${method} ${path}`.startsWith(start));
    return Promise.resolve(
      known === undefined ? Response.json({ items: [], next: null, total: 0 }) : (answers[known]?.(one) ?? Response.error()),
    );
  });
  return sent;
}

/** A refusal as the service words it. */
export function refusal(detail: string, status = 400, code = 'invalid'): Response {
  const problem = { type: 'about:blank', title: '', status, detail, code, requestId: 'r1' };
  return Response.json(problem, { status });
}
