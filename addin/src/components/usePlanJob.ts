import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRunningJob } from '../api/queries';
import type { Job } from '../api/types';
import { useJob } from './useJob';

/** The job that is at work on a plan, or that was last. */
export interface PlanJob {
  job: Job | null;
  isBusy: boolean;
  error: unknown;
  start: (job: Job) => void;
}

/** Follows the job of a plan: one that was started here, or one that a page opened again still finds running. */
export function usePlanJob(plan: string, isWanted: boolean): PlanJob {
  const queries = useQueryClient();
  const running = useRunningJob(plan, isWanted);
  const [started, setStarted] = useState<string | null>(null);
  const [ended, setEnded] = useState<Job | null>(null);
  const id = started ?? running.data?.id ?? null;
  const followed = useJob(id, (job) => {
    setEnded(job);
    setStarted(null);
    void queries.invalidateQueries();
  });
  return {
    job: id !== null ? followed.job : ended,
    isBusy: id !== null && followed.error === null,
    error: followed.error,
    start: (job) => {
      setEnded(null);
      setStarted(job.id);
    },
  };
}
