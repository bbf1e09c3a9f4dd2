import { keepPreviousData, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { call } from './client';
import type { Evidence, Letter, Page, Part, Progress, Proposal, Report } from './types';

export const useProgress = (plan: string) =>
  useQuery({ queryKey: ['progress', plan], queryFn: ({ signal }) => call<Progress>(`plans/${plan}/progress`, { signal }) });

/** Parts as `query` asks for them, a page at a time. */
export const useParts = (plan: string, query: string) =>
  useInfiniteQuery({
    queryKey: ['parts', plan, query],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Part>>(`plans/${plan}/parts?limit=50&${query}&cursor=${encodeURIComponent(pageParam)}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** All parts of a plan by their tasks: one call where a plan has no more than five hundred, never one for each task. */
export const usePartsByTask = (plan: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['parts', plan, 'by task'],
    enabled: isWanted,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const byTask = new Map<string, Part[]>();
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Page<Part> = await call(`plans/${plan}/parts?limit=500&cursor=${encodeURIComponent(cursor)}`, { signal });
        for (const part of page.items) byTask.set(part.taskId, [...(byTask.get(part.taskId) ?? []), part]);
        cursor = page.next;
      }
      return byTask;
    },
  });

/** What a body has in a task; null where it has nothing any more. */
export const usePart = (plan: string, task: string, body: string) =>
  useQuery({
    queryKey: ['parts', plan, 'one', task, body],
    queryFn: async ({ signal }) =>
      (await call<Page<Part>>(`plans/${plan}/parts?task=${task}&body=${encodeURIComponent(body)}`, { signal })).items[0] ?? null,
  });

export const useReports = (task: string, body: string) =>
  useQuery({
    queryKey: ['reports', task, body],
    queryFn: ({ signal }) => call<Page<Report>>(`tasks/${task}/reports?limit=200&body=${encodeURIComponent(body)}`, { signal }),
  });

export const useProposals = (plan: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['proposals', plan],
    enabled: isWanted,
    queryFn: ({ signal }) => call<Page<Proposal>>(`plans/${plan}/letters/proposals`, { signal }),
  });

export const useLetters = (plan: string) =>
  useQuery({ queryKey: ['letters', plan], queryFn: ({ signal }) => call<Page<Letter>>(`plans/${plan}/letters?limit=500`, { signal }) });

/** Sends a file that shows something; what it is referred to by afterwards. */
export function uploadEvidence(file: File): Promise<Evidence> {
  return call<Evidence>(`evidence?name=${encodeURIComponent(file.name)}`, { method: 'POST', file, patience: 0 });
}

/** A report, an answer or a letter changes all of these. */
export async function forgetStandings(queries: QueryClient): Promise<void> {
  const keys = ['progress', 'parts', 'reports', 'proposals', 'letters', 'documents'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
