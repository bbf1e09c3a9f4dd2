import type { ReactNode } from 'react';
import './bar.css';

/** How a sentence is meant. */
export type Tone = 'error' | 'warning' | 'good' | 'note';

const signs: Record<Tone, string> = { error: '✕', warning: '！', good: '✓', note: 'ℹ' };

/** A sentence to the person, with what can be done about it beside it. */
export function Bar({
  tone,
  actions,
  role,
  children,
}: {
  tone: Tone;
  actions?: ReactNode;
  role?: 'alert' | 'status';
  children: ReactNode;
}) {
  return (
    <div className={`bar bar-${tone}`} role={role}>
      <span className="bar-sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <div className="bar-text">{children}</div>
      {actions}
    </div>
  );
}
