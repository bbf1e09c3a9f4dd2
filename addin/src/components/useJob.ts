import { useEffect, useEffectEvent, useState } from 'react';
import { watchJob } from '../api/events';
import type { Job } from '../api/types';

/** A job as it is followed. */
export interface Followed {
  job: Job | null;
  error: unknown;
}

/** Follows a job; tells once when it has ended. Another round follows it anew, after a problem. */
export function useJob(id: string | null, onEnd: (job: Job) => void, round = 0): Followed {
  const [followed, setFollowed] = useState<Followed>({ job: null, error: null });
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (id === null) return;
    const stop = new AbortController();
    watchJob(id, (job) => setFollowed({ job, error: null }), stop.signal)
      .then((job) => end(job))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setFollowed({ job: null, error });
      });
    return () => stop.abort();
  }, [id, round]);
  return id === null ? { job: null, error: null } : followed;
}
