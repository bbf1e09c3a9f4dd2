import { zh } from '../strings';
import { pause } from './pause';
import type { Problem } from './types';

/** The API lies on the page's own origin, wherever the page itself does. */
const root = '/api/v1/';

const patience = 30_000;

/** An answer that is not what was asked for. The message is a Chinese sentence to show as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** What a call sends besides its address. */
export interface Call {
  method?: 'GET' | 'POST' | 'PATCH';
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, as `type`. */
  file?: Blob;
  /** Media type of the file; that of any bytes where it is not given. */
  type?: string;
  /** The version that the person saw; the change is refused where the row has another one. */
  version?: number;
  signal?: AbortSignal;
  /** A key that is tried in the place of the one that calls are sent with. */
  key?: string;
  /** Milliseconds after which the call is given up; 0 for never. */
  patience?: number;
  /** How often it is sent at most while the service cannot be reached; once where it is not given, and a PATCH always. */
  tries?: number;
  /** The key by which the service knows a POST that it had before; a new one where it is not given. */
  once?: string;
}

let key = '';
let onSignedOut: () => void = () => undefined;
let renew: (() => Promise<boolean>) | null = null;
let betweenTries = 700;

/** Sends this key with every call; empty for none. */
export function setKey(text: string): void {
  key = text;
}

/** Tells whoever shows the sign-in page when a call was refused for want of one. */
export function whenSignedOut(tell: () => void): void {
  onSignedOut = tell;
}

/** Asks this for a new sign-in, without troubling anybody, before a call counts as refused for want of one; null for nobody. */
export function setRenewal(ask: (() => Promise<boolean>) | null): void {
  renew = ask;
}

/** How many milliseconds lie between two tries; each further one waits longer. */
export function setPauseBetweenTries(milliseconds: number): void {
  betweenTries = milliseconds;
}

/** Calls the API and gives the answer's JSON. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const answer = await send(path, options);
  return (await answer.json()) as T;
}

/** Fetches a file. */
export async function download(path: string): Promise<Blob> {
  return (await send(path, { patience: 0 })).blob();
}

/** Sends a call; an answer that tells of a problem is thrown as ApiError. */
export async function send(path: string, options: Call = {}): Promise<Response> {
  const method = options.method ?? 'GET';
  const most = method === 'PATCH' ? 1 : (options.tries ?? 1);
  // All tries of a POST bear the same key, so that the service carries it out once.
  const once = method === 'POST' ? (options.once ?? crypto.randomUUID()) : '';
  for (let tried = 1; ; tried++) {
    try {
      return await sendSignedIn(path, { ...options, method, once });
    } catch (error) {
      if (tried >= most || !mayPass(error)) throw error;
    }
    await pause(betweenTries * tried, options.signal);
  }
}

/** Whether a problem may be over in a moment: the service away or being started, not one that is slow. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { status, code } = error.problem;
  return code === 'offline' || status === 502 || status === 503 || status === 504;
}

async function sendSignedIn(path: string, options: Call): Promise<Response> {
  let answer = await sendOnce(path, options);
  if (answer.status === 401 && options.key === undefined && renew !== null && (await renew())) answer = await sendOnce(path, options);
  if (answer.ok) return answer;
  if (answer.status === 401) onSignedOut();
  throw new ApiError(await problemOf(answer));
}

async function sendOnce(path: string, options: Call): Promise<Response> {
  const headers = new Headers();
  const shown = options.key ?? key;
  if (shown) headers.set('Authorization', `Bearer ${shown}`);
  if (options.json !== undefined) headers.set('Content-Type', 'application/json');
  if (options.file) headers.set('Content-Type', options.type ?? 'application/octet-stream');
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  if (options.once) headers.set('Idempotency-Key', options.once);
  const request: RequestInit = { method: options.method ?? 'GET', headers, credentials: 'same-origin', signal: signalOf(options) };
  if (options.json !== undefined) request.body = JSON.stringify(options.json);
  else if (options.file) request.body = options.file;
  try {
    return await fetch(root + path, request);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(localProblem(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline'));
  }
}

function signalOf(options: Call): AbortSignal | null {
  const longest = options.patience ?? patience;
  const signals = [options.signal, longest > 0 ? AbortSignal.timeout(longest) : undefined].filter((one) => one !== undefined);
  return signals.length > 0 ? AbortSignal.any(signals) : null;
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    const problem = (await answer.json()) as Partial<Problem>;
    if (typeof problem.detail === 'string' && typeof problem.code === 'string') return problem as Problem;
  } catch {
    // A proxy's page, or nothing at all: told below.
  }
  return { ...localProblem('strange'), status: answer.status };
}

function localProblem(code: keyof typeof zh.problems): Problem {
  return { type: 'about:blank', title: zh.problems.title, status: 0, detail: zh.problems[code], code, requestId: '' };
}
