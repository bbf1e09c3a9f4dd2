/** Which tasks a person wants to see; an empty member asks for nothing. */
export interface TaskFilter {
  q: string;
  body: string;
  role: string;
  section: string;
  state: 'open' | 'closed';
  dueFrom: string;
  dueTo: string;
  sort: 'number' | '-number' | 'due' | '-due';
}

/** Everything that is in force, in the order of the document. */
export const wholeList: TaskFilter = { q: '', body: '', role: '', section: '', state: 'open', dueFrom: '', dueTo: '', sort: 'number' };

/** The filter as an address has it; members that ask for nothing are left out. */
export function toQuery(filter: TaskFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const text = String(value).trim();
    if (text) query.set(name, text);
  }
  return query.toString();
}

/** How many members of a filter differ from the whole list, order apart. */
export function countFilters(filter: TaskFilter): number {
  return (Object.keys(wholeList) as (keyof TaskFilter)[]).filter((name) => name !== 'sort' && filter[name] !== wholeList[name]).length;
}
