import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

/** Makes what remembers the service's answers. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // The service may be on this very machine, which needs no network.
        networkMode: 'always',
        // What the service has refused it will refuse again; a broken connection may mend.
        retry: (count, error) => count < 2 && error instanceof ApiError && error.problem.status === 0,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
