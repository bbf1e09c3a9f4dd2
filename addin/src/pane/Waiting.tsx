import { words } from './words';

/** Grey bars where something will stand, so that nothing jumps when it comes. */
export function Waiting({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label={words.waiting} className="p-waiting">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} style={{ width: `${String(96 - ((i * 17) % 40))}%` }} />
      ))}
    </div>
  );
}
