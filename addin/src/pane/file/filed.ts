import { call } from '../../api/client';
import type { Document, Filing, JobItem, Page } from '../../api/types';

/** Where a document lies after it was filed. */
export interface Filed {
  number: string | null;
  place: string;
  drive: string;
  link: string;
  at: string;
}

const tries = 3;

/** Finds out what a filing job came to. A document that the ledger does not know is found by the place that was shown before. */
export async function whatCameOf(job: string, where: { drive: string; place: string }): Promise<Filed> {
  const items = await call<Page<JobItem>>(`jobs/${job}/items?limit=10`, { tries });
  const id = items.items.find((item) => item.documentId !== null)?.documentId ?? null;
  const document = id === null ? null : await call<Document>(`documents/${id}`, { tries });
  const asked = new URLSearchParams({ drive: where.drive, limit: '50', ...(id === null ? {} : { document: id }) });
  const filings = await call<Page<Filing>>(`filings?${asked.toString()}`, { tries });
  const current = filings.items.filter((filing) => filing.replacedAt === null && filing.isRegistered);
  const filing = current.find((one) => one.place === where.place) ?? (id === null ? undefined : current[0]);
  return {
    number: document?.number ?? null,
    place: filing?.place ?? where.place,
    drive: where.drive,
    link: filing?.link ?? '',
    at: filing?.at ?? new Date().toISOString(),
  };
}
