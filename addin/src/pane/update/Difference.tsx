import { useMemo } from 'react';
import { diffWords } from './diff';
import { words } from './words';
import './update.css';

/** Two texts in one: what went and what came, told by signs that need no colour, and to those who listen. */
export function Difference({ label, before, after }: { label: string; before: string; after: string }) {
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <div>
      <div className="p-small">{label}</div>
      {/* A region that scrolls must be reached from the keyboard. */}
      <div className="p-diff" role="group" aria-label={label} tabIndex={0}>
        {pieces.map(({ kind, text }, i) => {
          if (kind === 'same') return <span key={i}>{text}</span>;
          const Tag = kind === 'added' ? 'ins' : 'del';
          return (
            <Tag key={i}>
              <span className="p-unseen">（{words[kind]}）</span>
              {text}
            </Tag>
          );
        })}
      </div>
    </div>
  );
}
