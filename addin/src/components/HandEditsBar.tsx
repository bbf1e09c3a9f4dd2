import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { zh } from '../strings';
import { Bar } from './Bar';

/** Whether a paper was not made since that would leave out what a person typed in it. */
export function wouldLoseHandEdits(error: unknown): boolean {
  return error instanceof ApiError && error.problem.code === 'hand-edited';
}

/** Asks whether what a person typed may be left out. */
export function HandEditsBar({
  children,
  onKeep,
  onReplace,
  onDrop,
}: {
  children: ReactNode;
  /** Makes the others only, where there are any. */
  onKeep?: () => void;
  onReplace: () => void;
  onDrop: () => void;
}) {
  return (
    <Bar tone="warning" role="alert">
      {children}
      <div className="bar-choices">
        {onKeep && (
          <Button size="small" onClick={onKeep}>
            {zh.documents.keepHandEdits}
          </Button>
        )}
        <Button size="small" onClick={onReplace}>
          {zh.documents.replaceHandEdits}
        </Button>
        <Button size="small" onClick={onDrop}>
          {zh.documents.dropHandEdits}
        </Button>
      </div>
    </Bar>
  );
}
