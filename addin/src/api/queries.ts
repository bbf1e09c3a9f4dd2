import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { toQuery, type TaskFilter } from './taskFilter';
import type {
  Directory,
  Document,
  Drive,
  DriveFolder,
  Filing,
  Finding,
  History,
  Import,
  Info,
  Job,
  JobItem,
  Matrix,
  Me,
  Page,
  Plan,
  Task,
  Template,
} from './types';

export const useInfo = () => useQuery({ queryKey: ['info'], queryFn: ({ signal }) => call<Info>('info', { signal }), staleTime: Infinity });

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call<Me>('me', { signal }), staleTime: 60_000 });

export const usePlans = () => useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => call<Page<Plan>>('plans?limit=100', { signal }) });

export const usePlan = (id: string) =>
  useQuery({ queryKey: ['plans', id], queryFn: ({ signal }) => call<Plan>(`plans/${id}`, { signal }) });

export const useFindings = (plan: string) =>
  useQuery({
    queryKey: ['findings', plan],
    queryFn: async ({ signal }) => {
      const imports = await call<Page<Import>>(`imports?plan=${plan}&limit=1`, { signal });
      const last = imports.items[0];
      return last ? (await call<Page<Finding>>(`imports/${last.id}/findings?limit=500`, { signal })).items : [];
    },
  });

export const useTasks = (plan: string, filter: TaskFilter) =>
  useInfiniteQuery({
    queryKey: ['tasks', plan, filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Task>>(`tasks?plan=${plan}&limit=50&${toQuery(filter)}&cursor=${encodeURIComponent(pageParam)}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const useTask = (id: string) => useQuery({ queryKey: ['task', id], queryFn: ({ signal }) => call<Task>(`tasks/${id}`, { signal }) });

export const useHistory = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['history', id],
    enabled: isWanted,
    queryFn: ({ signal }) => call<Page<History>>(`tasks/${id}/history`, { signal }),
  });

export const useMatrix = (plan: string) =>
  useQuery({ queryKey: ['matrix', plan], queryFn: ({ signal }) => call<Matrix>(`plans/${plan}/matrix`, { signal }) });

export const useDocuments = (plan: string) =>
  useQuery({
    queryKey: ['documents', plan],
    queryFn: ({ signal }) => call<Page<Document>>(`documents?plan=${plan}&limit=500`, { signal }),
  });

export const useDrives = (isWanted: boolean) =>
  useQuery({
    queryKey: ['drives'],
    enabled: isWanted,
    queryFn: ({ signal }) => call<Page<Drive>>('drives', { signal }),
    staleTime: 60_000,
  });

export const useDriveFolders = (drive: string, folder: string) =>
  useQuery({
    queryKey: ['folders', drive, folder],
    enabled: drive !== '',
    queryFn: ({ signal }) =>
      call<Page<DriveFolder>>(`drives/${encodeURIComponent(drive)}/folders?folder=${encodeURIComponent(folder)}`, { signal }),
  });

/** The files of a plan's papers that lie on drives now, by the paper. */
export const useFilings = (plan: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['filings', plan],
    enabled: isWanted,
    queryFn: async ({ signal }) => {
      const filings = await call<Page<Filing>>(`filings?plan=${plan}&limit=500`, { signal });
      const byPaper = new Map<string, Filing[]>();
      for (const filing of filings.items) byPaper.set(filing.documentId ?? '', [...(byPaper.get(filing.documentId ?? '') ?? []), filing]);
      return byPaper;
    },
  });

export const useDirectory = (county = '') =>
  useQuery({
    queryKey: ['directory', county],
    queryFn: ({ signal }) => call<Directory>(`directory?county=${encodeURIComponent(county)}`, { signal }),
    staleTime: 60_000,
  });

export const useTemplates = () =>
  useQuery({ queryKey: ['templates'], queryFn: ({ signal }) => call<Page<Template>>('templates?limit=100', { signal }) });

/** The job of a plan that still runs, if there is one: a page that is opened again goes on showing it. */
export const useRunningJob = (plan: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['running', plan],
    enabled: isWanted,
    queryFn: async ({ signal }) => {
      const jobs = await call<Page<Job>>(`jobs?plan=${plan}&limit=5`, { signal });
      return jobs.items.find((job) => job.kind !== 'import' && (job.state === 'queued' || job.state === 'running')) ?? null;
    },
  });

/** The items of a job that failed. */
export const useFailedItems = (job: Job | null) =>
  useQuery({
    queryKey: ['failed', job?.id, job?.version],
    enabled: job !== null && job.failed > 0,
    queryFn: async ({ signal }) =>
      (await call<Page<JobItem>>(`jobs/${job?.id ?? ''}/items?limit=500`, { signal })).items.filter((item) => item.state === 'failed'),
  });
