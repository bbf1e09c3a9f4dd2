import { Button, Caption1, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { ApiError } from '../api/client';
import { zh } from '../strings';

/** Tells of something that went wrong, in the service's own words. */
export function ProblemBar({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {problem?.detail ?? zh.problems.strange}
        {problem?.requestId && (
          <Caption1 block>
            {zh.problems.request} {problem.requestId}
          </Caption1>
        )}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button onClick={onRetry}>{zh.problems.retry}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
