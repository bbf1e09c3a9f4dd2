import { useEffect, useEffectEvent, useState } from 'react';
import { watchJob } from '../api/events';
import type { Job } from '../api/types';

/** A job as it is followed. */
export interface Followed {
  job: Job | null;
  error: unknown;
}

/** Follows a job; tells once when it has ended, or why it is not followed any more. Another round follows it anew, after a problem. */
export function useJob(id: string | null, onEnd: (job: Job) => void, round = 0, onLost?: (error: unknown) => void): Followed {
  const [followed, setFollowed] = useState<Followed>({ job: null, error: null });
  const end = useEffectEvent(onEnd);
  const lose = useEffectEvent((error: unknown) => onLost?.(error));
  useEffect(() => {
    if (id === null) return;
    const stop = new AbortController();
    watchJob(id, (job) => setFollowed({ job, error: null }), stop.signal)
      .then((job) => end(job))
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        setFollowed({ job: null, error });
        lose(error);
      });
    return () => stop.abort();
  }, [id, round]);
  return id === null ? { job: null, error: null } : followed;
}
