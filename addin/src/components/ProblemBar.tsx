import { Button } from '@fluentui/react-components';
import { ApiError } from '../api/client';
import { zh } from '../strings';
import { Bar } from './Bar';

/** Tells of something that went wrong, in the words of whoever refused it. */
export function ProblemBar({ error, onRetry, onClose }: { error: unknown; onRetry?: (() => void) | undefined; onClose?: () => void }) {
  const request = error instanceof ApiError ? error.problem.requestId : '';
  return (
    <Bar
      tone="error"
      role="alert"
      actions={
        <>
          {onRetry && <Button onClick={onRetry}>{zh.problems.retry}</Button>}
          {onClose && <Button onClick={onClose}>{zh.tasks.close}</Button>}
        </>
      }
    >
      {sentenceOf(error)}
      {request && (
        <span className="bar-small">
          {zh.problems.request} {request}
        </span>
      )}
    </Bar>
  );
}

/** What to tell of an error: its own sentence, where it was written for people. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && /\p{Script=Han}/u.test(error.message) ? error.message : zh.problems.strange;
}
