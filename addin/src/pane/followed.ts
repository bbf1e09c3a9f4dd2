import { useState } from 'react';
import { ApiError } from '../api/client';
import type { Job } from '../api/types';
import { useJob } from '../components/useJob';

/** A kept job as it is followed, with the ways on where nothing more is heard of it. */
export interface FollowedJob {
  job: Job | null;
  error: unknown;
  /** Follows it anew; null where the service does not know it any more. */
  again: (() => void) | null;
  /** Follows it no more. */
  close: () => void;
}

/** Follows a job whose id is kept; one that the service does not know is forgotten, since it would be asked after for ever. */
export function useFollowed(id: string | null, onEnd: (job: Job) => void, forget: () => void): FollowedJob {
  const [round, setRound] = useState(0);
  const [gone, setGone] = useState<unknown>(null);
  const followed = useJob(id, onEnd, round, (error) => {
    if (!(error instanceof ApiError) || error.problem.status !== 404) return;
    setGone(error);
    forget();
  });
  return {
    job: followed.job,
    error: followed.error ?? gone,
    again: followed.error === null ? null : () => setRound(round + 1),
    close: () => {
      setGone(null);
      forget();
    },
  };
}
