import type { WordPort } from '../word/port';

export function officePort(): WordPort {
  throw new Error('todo');
}

export function browserPort(): WordPort {
  throw new Error('todo');
}
