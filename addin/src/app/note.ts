let left = { plan: '', text: '' };

/** Leaves word for the page of a plan before going there. */
export function leaveNote(plan: string, text: string): void {
  left = { plan, text };
}

/** The word that was left for a plan. Asking changes nothing: React may draw a page more than once before showing it. */
export function noteFor(plan: string): string {
  return left.plan === plan ? left.text : '';
}

/** Forgets the word, when the page that showed it goes away. */
export function clearNote(): void {
  left = { plan: '', text: '' };
}
