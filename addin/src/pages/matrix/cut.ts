import type { Matrix } from '../../api/types';

/** The part of a matrix that one body is concerned with; all of it for none. */
export function cut(matrix: Matrix, only: string) {
  const wanted = matrix.bodies.findIndex((body) => body.name === only);
  const rows = matrix.tasks
    .map((task) => ({ task, parts: new Map(task.parties.map((party) => [party.body, party.role])) }))
    .filter((row) => wanted < 0 || row.parts.has(wanted));
  const used = new Set(rows.flatMap((row) => [...row.parts.keys()]));
  const columns = matrix.bodies.map((_, i) => i).filter((i) => used.has(i));
  return { columns: wanted < 0 ? columns : [wanted, ...columns.filter((i) => i !== wanted)], rows };
}
