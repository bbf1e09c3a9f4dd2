import { call, send, type Call } from '../api/client';
import type { FilingPreview, Info, Job, Page } from '../api/types';
import type { components } from '../api/schema';

/** The media type of a Word document. */
export const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Schemas = components['schemas'];

export type PaneInfo = Info;
export type EntraSettings = Schemas['EntraView'];
export type PaperOrder = Schemas['PaperOrder'];
export type PaperKind = Schemas['PaperKind'];
export type RegionView = Schemas['RegionView'];
export type RegionState = RegionView['state'];
export type PaperHead = Schemas['PaperHeadView'];
export type PlanChoice = Schemas['PlanChoice'];
export type PaperInspection = Schemas['PaperInspectionView'];
export type RegionChangeView = Schemas['RegionChangeView'];
export type PaperUpdate = Schemas['PaperUpdateView'];
export type DraftOne = Pick<Schemas['DraftOneRequest'], 'plan' | 'order'> & { number?: boolean };
export type DraftOutline = Schemas['DraftOutlineView'];
export type OutlineLine = Schemas['OutlineLineView'];
export type DraftFragment = Schemas['FragmentView'];
export type FormatFinding = Schemas['FormatFindingView'];
export type PaperCheck = Schemas['PaperCheckView'];

/** Where the document in hand is to be filed. */
export interface PaperFiling {
  plan: string | null;
  drive: string;
  folder: string;
  withPdf: boolean;
  name: string;
}

const forDocuments = 120_000;

/** Calls of the panes are repeated while the service cannot be reached: all of them may be. */
const tries = 3;

function ask<T>(path: string, options: Call = {}): Promise<T> {
  return call<T>(path, { tries, ...options });
}

function ofDocument(docx: Uint8Array, signal?: AbortSignal): Call {
  const asked: Call = { method: 'POST', file: new Blob([docx.slice()]), type: wordFile, patience: forDocuments, tries };
  return signal ? { ...asked, signal } : asked;
}

/** A query of an address: members that ask for nothing are left out, lists are repeated. */
export function queryOf(members: Record<string, string | boolean | readonly string[] | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    if (value === null || value === '') continue;
    for (const one of typeof value === 'object' ? value : [String(value)]) query.append(name, one);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export function inspectPaper(docx: Uint8Array, plan: string | null, signal?: AbortSignal): Promise<PaperInspection> {
  return ask(`papers/inspect${queryOf({ plan })}`, ofDocument(docx, signal));
}

export function updatePaper(
  docx: Uint8Array,
  asked: { plan: string | null; region: string[]; take: string[] },
  signal?: AbortSignal,
): Promise<PaperUpdate> {
  return ask(`papers/update${queryOf(asked)}`, ofDocument(docx, signal));
}

export function outlineOf(draft: DraftOne, signal: AbortSignal): Promise<DraftOutline> {
  return ask('drafts/outline', { method: 'POST', json: draft, signal });
}

export async function pdfOf(draft: DraftOne, signal: AbortSignal): Promise<Blob> {
  return (await send('drafts/pdf', { method: 'POST', json: draft, patience: forDocuments, tries, signal })).blob();
}

export async function fileOf(draft: DraftOne): Promise<Uint8Array> {
  return bytesOf(await send('drafts/file', { method: 'POST', json: draft, patience: forDocuments, tries }));
}

export function fragmentOf(draft: DraftOne): Promise<DraftFragment> {
  return ask('drafts/fragment', { method: 'POST', json: draft, patience: forDocuments });
}

/** Has one paper made in earnest, with a number of its own. */
export function makeNumbered(draft: DraftOne, replaceHandEdits: boolean, once: string): Promise<Job> {
  return ask('documents', { method: 'POST', json: { plan: draft.plan, orders: [draft.order], number: true, replaceHandEdits }, once });
}

/** Fetches a paper that was made. */
export async function documentFile(id: string): Promise<Uint8Array> {
  return bytesOf(await send(`documents/${id}/file`, { patience: forDocuments, tries }));
}

export function checkPaper(docx: Uint8Array, name: string, signal?: AbortSignal): Promise<PaperCheck> {
  return ask(`papers/check${queryOf({ name })}`, ofDocument(docx, signal));
}

/** Repairs; none of the keys for all that can be. */
export async function fixPaper(
  docx: Uint8Array,
  asked: { key: string[]; track: boolean; name: string },
): Promise<{ docx: Uint8Array; repaired: number }> {
  const answer = await send(`papers/fix${queryOf(asked)}`, ofDocument(docx));
  return { docx: await bytesOf(answer), repaired: Number(answer.headers.get('X-Repaired') ?? 0) };
}

export function previewFiling(docx: Uint8Array, where: PaperFiling): Promise<Page<FilingPreview>> {
  return ask(`papers/filing/preview${queryOf({ ...where })}`, ofDocument(docx));
}

export function filePaper(docx: Uint8Array, where: PaperFiling, once: string): Promise<Job> {
  return ask(`papers/filing${queryOf({ ...where })}`, { ...ofDocument(docx), once });
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  return new Uint8Array(await answer.arrayBuffer());
}
