import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, Text } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client';
import { hasEnded } from '../api/events';
import { useFailedItems } from '../api/queries';
import type { Job } from '../api/types';
import { zh } from '../strings';
import { ProblemBar } from './ProblemBar';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '8px', alignItems: 'center' },
});

/** How a job gets on, or what came of it. */
export function JobProgress({ job, onAgain }: { job: Job; onAgain: (job: Job) => void }) {
  return hasEnded(job) ? <Outcome job={job} onAgain={onAgain} /> : <Running job={job} />;
}

function Running({ job }: { job: Job }) {
  const styles = useStyles();
  const cancel = useMutation({ mutationFn: () => call<Job>(`jobs/${job.id}/cancel`, { method: 'POST' }) });
  const text = job.state === 'queued' ? zh.documents.waiting : zh.documents.making(job.done + job.failed, job.total);
  return (
    <div>
      <div className={styles.line}>
        <Text aria-live="polite">
          {text} {job.current}
        </Text>
        <Button size="small" disabled={job.isCancelling || cancel.isPending} onClick={() => cancel.mutate()}>
          {job.isCancelling ? zh.documents.stopping : zh.documents.stop}
        </Button>
      </div>
      <ProgressBar aria-label={text} thickness="large" max={Math.max(1, job.total)} value={job.done + job.failed} />
      {cancel.error && <ProblemBar error={cancel.error} />}
    </div>
  );
}

function Outcome({ job, onAgain }: { job: Job; onAgain: (job: Job) => void }) {
  const items = useFailedItems(job);
  const again = useMutation({ mutationFn: () => call<Job>(`jobs/${job.id}/retry`, { method: 'POST' }), onSuccess: onAgain });
  const retry = (
    <MessageBarActions>
      <Button disabled={again.isPending} onClick={() => again.mutate()}>
        {zh.documents.retry}
      </Button>
    </MessageBarActions>
  );
  return (
    <div aria-live="polite">
      {job.state === 'done' && (
        <MessageBar intent="success">
          <MessageBarBody>{job.kind === 'file' ? zh.documents.doneFiling(job.total - 1) : zh.documents.done(job.total)}</MessageBarBody>
        </MessageBar>
      )}
      {job.state === 'cancelled' && (
        <MessageBar intent="warning">
          <MessageBarBody>{zh.documents.stopped}</MessageBarBody>
          {retry}
        </MessageBar>
      )}
      {job.state === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {job.failed > 0 ? zh.documents.someFailed(job.failed) : job.error}
            <ul>
              {items.data?.map((item) => (
                <li key={item.ordinal}>
                  {item.name}：{item.error}
                </li>
              ))}
            </ul>
          </MessageBarBody>
          {retry}
        </MessageBar>
      )}
      {again.error && <ProblemBar error={again.error} />}
    </div>
  );
}
