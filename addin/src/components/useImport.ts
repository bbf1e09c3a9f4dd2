import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call } from '../api/client';
import { useInfo } from '../api/queries';
import type { Job } from '../api/types';
import { zh } from '../strings';
import { useJob } from './useJob';

/** What came of an import, as its job tells. */
export interface ImportResult {
  added: number;
  changed: number;
  closed: number;
  kept: number;
  isRepeat: boolean;
}

/** An import on its way. */
export interface Importing {
  step: 'idle' | 'sending' | 'reading';
  error: unknown;
  start: (file: File) => void;
}

/** Brings a document in, over an earlier one where a plan is given; tells once when it is there. */
export function useImport(plan: string | null, onDone: (planId: string, result: ImportResult) => void): Importing {
  const info = useInfo();
  const queries = useQueryClient();
  const [step, setStep] = useState<Importing['step']>('idle');
  const [error, setError] = useState<unknown>(null);
  const [job, setJob] = useState<string | null>(null);
  const followed = useJob(job, (ended) => {
    setStep('idle');
    setJob(null);
    if (ended.state === 'done') {
      void queries.invalidateQueries();
      onDone(ended.planId, ended.result as ImportResult);
    } else {
      setError(refusal(ended.error));
    }
  });

  async function send(file: File): Promise<void> {
    const most = info.data?.maxUploadBytes ?? Infinity;
    if (file.size > most) {
      setError(refusal(zh.home.tooLarge(Math.floor(most / 1024 / 1024))));
      return;
    }
    setStep('sending');
    setError(null);
    try {
      const query = new URLSearchParams({ name: file.name, ...(plan ? { plan } : {}) });
      const made = await call<Job>(`imports?${query.toString()}`, { method: 'POST', file, patience: 0 });
      setStep('reading');
      setJob(made.id);
    } catch (problem) {
      setStep('idle');
      setError(problem);
    }
  }

  return { step: followed.error ? 'idle' : step, error: error ?? followed.error, start: (file) => void send(file) };
}

function refusal(detail: string): ApiError {
  return new ApiError({ type: 'about:blank', title: zh.home.failed, status: 422, detail, code: 'import-failed', requestId: '' });
}
