import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { vi } from 'vitest';
import { setPauseBetweenTries } from '../../api/client';
import { makeQueryClient } from '../../api/queryClient';
import type { WordPort } from '../../word/port';
import type { PaneName } from '../route';
import { WithPort } from '../Start';

// Panes are loaded when they are opened, which on a busy machine takes its time.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

/** Draws the whole pane round a document, with one of its parts open. */
export function show(open: PaneName, port: WordPort) {
  setPauseBetweenTries(0);
  window.location.hash = `#/${open}`;
  const queries = makeQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  return render(
    <FluentProvider theme={{}}>
      <QueryClientProvider client={queries}>
        <WithPort port={port} state="ready" onRetry={vi.fn()} onPlain={vi.fn()} />
      </QueryClientProvider>
    </FluentProvider>,
  );
}
