import type { Standing } from '../api/types';
import { standingNames, standingSigns } from './standing';
import './standing.css';

/** Where something stands: a word, with a sign and a colour beside it. */
export function StateMark({ state }: { state: Standing }) {
  return (
    <span className={`state state-${state}`}>
      <span className="state-sign" aria-hidden="true">
        {standingSigns[state]}
      </span>
      {standingNames[state]}
    </span>
  );
}
