import { useSyncExternalStore } from 'react';

/** The tabs of a plan. */
export const planTabs = ['findings', 'tasks', 'matrix', 'documents', 'progress', 'parts', 'letters', 'collect', 'reporting'] as const;
export type PlanTab = (typeof planTabs)[number];

/** Where the page is. It is kept behind the #, so that it works wherever the page is served, and inside Word. */
export type Route =
  | { page: 'home' }
  /** What is asked for on a tab stands in `query`, so that it can be linked to and gone back to. */
  | { page: 'plan'; id: string; tab: PlanTab; query?: string }
  | { page: 'directory' }
  | { page: 'templates' };

/** Reads what stands behind the #; anything strange is the first page. */
export function parseRoute(hash: string): Route {
  const [place = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [page, id, tab] = place.split('/');
  if (page === 'plans' && id && /^[0-9a-f-]{36}$/i.test(id)) {
    return { page: 'plan', id, tab: planTabs.find((one) => one === tab) ?? 'findings', ...(query && { query }) };
  }
  return page === 'directory' || page === 'templates' ? { page } : { page: 'home' };
}

/** The address of a place. */
export function addressOf(route: Route): string {
  if (route.page === 'plan') return `#/plans/${route.id}/${route.tab}${route.query ? `?${route.query}` : ''}`;
  return route.page === 'home' ? '#/' : `#/${route.page}`;
}

/** Goes to a place. */
export function go(route: Route): void {
  window.location.hash = addressOf(route);
}

/** Where the page is now. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}
