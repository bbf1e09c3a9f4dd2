import { ApiError } from '../api/client';
import { zhWord } from './strings';

type Code = keyof typeof zhWord.problems;

/** A problem with the document in hand, told like those of the service. */
export function trouble(code: Code): ApiError {
  return new ApiError({ type: 'about:blank', title: zhWord.title, status: 0, detail: zhWord.problems[code], code, requestId: '' });
}

/** Whether an error is this problem. */
export function isTrouble(error: unknown, code: Code): boolean {
  return error instanceof ApiError && error.problem.code === code;
}

/** Whatever Office threw, as a problem that a person can read. What is told already stays, and so does that somebody stopped. */
export function readable(error: unknown, otherwise: Code = 'refused'): Error {
  if (error instanceof ApiError || (error instanceof Error && error.name === 'AbortError')) return error;
  return trouble(codeOf(error) ?? otherwise);
}

/** Whether Office refused because something is locked or protected. */
export function isLocked(error: unknown): boolean {
  return codeOf(error) === 'locked';
}

const codes: Record<string, Code> = {
  AccessDenied: 'locked',
  NotAllowed: 'locked',
  EditModeIsNotAllowed: 'locked',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  InvalidObjectPath: 'gone',
};

function codeOf(error: unknown): Code | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? codes[code] : undefined;
}
