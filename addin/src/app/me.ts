import { createContext, useContext } from 'react';
import type { Me } from '../api/types';

/** Who uses the page. */
export const MeContext = createContext<Me>({ name: '', role: 'reader', body: '' });

/** What the person may do; the service enforces it, the page only hides what would be refused. */
export function useRights(): { canDraft: boolean; canManage: boolean } {
  const { role } = useContext(MeContext);
  return { canDraft: role === 'drafter' || role === 'administrator', canManage: role === 'administrator' };
}
