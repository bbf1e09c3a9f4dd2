/** Which parts a person wants to see; an empty member asks for nothing. */
export interface PartFilter {
  body: string;
  state: string;
  section: string;
  dueTo: string;
}

/** All parts. */
export const allParts: PartFilter = { body: '', state: '', section: '', dueTo: '' };

/** The filter as an address has it; members that ask for nothing are left out. */
export function toPartQuery(filter: Partial<PartFilter>): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(allParts) as (keyof PartFilter)[]) {
    const text = filter[name]?.trim();
    if (text) query.set(name, text);
  }
  return query.toString();
}

/** Reads the filter of an address; what is strange asks for nothing. */
export function fromPartQuery(query: string): PartFilter {
  const given = new URLSearchParams(query);
  const filter = { ...allParts };
  for (const name of Object.keys(allParts) as (keyof PartFilter)[]) filter[name] = given.get(name) ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(filter.dueTo)) filter.dueTo = '';
  return filter;
}
