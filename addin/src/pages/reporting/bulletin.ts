import type { BulletinRequest } from '../../api/types';

/** A bulletin, as a person has it on the screen. */
export interface BulletinDraft {
  on: string;
  isRanked: boolean;
  /** One requirement in a line. */
  requirements: string;
  takesNumber: boolean;
}

/** What a bulletin begins with. */
export const firstBulletin: BulletinDraft = { on: '', isRanked: true, requirements: '', takesNumber: false };

/** What is asked of the service; empty lines ask for nothing. */
export function bulletinRequest(draft: BulletinDraft): BulletinRequest {
  return {
    on: draft.on || null,
    ranked: draft.isRanked,
    requirements: draft.requirements
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    number: draft.takesNumber,
  };
}
