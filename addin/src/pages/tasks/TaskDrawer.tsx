import {
  Button,
  Caption1,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useHistory, useTask } from '../../api/queries';
import type { Task } from '../../api/types';
import { useRights } from '../../app/me';
import { moment } from '../../components/date';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { PartyBadge } from './PartyBadge';
import { TaskForm } from './TaskForm';

const useStyles = makeStyles({
  drawer: { width: 'min(640px, 100vw)' },
  part: { display: 'flex', flexDirection: 'column', gap: '6px', marginBottom: '18px' },
  parties: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  text: { lineHeight: tokens.lineHeightBase400, whiteSpace: 'pre-line' },
  summary: { cursor: 'pointer', padding: '6px 0' },
});

/** One task in full, with what was done to it. */
export function TaskDrawer({ id, county, onClose }: { id: string; county: string; onClose: () => void }) {
  const styles = useStyles();
  const task = useTask(id);
  const [isEditing, setEditing] = useState(false);
  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={(_, data) => !data.open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button onClick={onClose}>{zh.tasks.close}</Button>}>
          {task.data ? zh.tasks.taskTitle(task.data.number) : ''}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {task.error && <ProblemBar error={task.error} onRetry={() => void task.refetch()} />}
        {task.isPending && <Loading rows={6} />}
        {task.data && !isEditing && <Reading task={task.data} onEdit={() => setEditing(true)} />}
        {task.data && isEditing && <TaskForm task={task.data} county={county} onClose={() => setEditing(false)} />}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Reading({ task, onEdit }: { task: Task; onEdit: () => void }) {
  const styles = useStyles();
  const { canDraft } = useRights();
  return (
    <div>
      <div className={styles.part}>
        <Caption1>{task.section}</Caption1>
        <Subtitle2 as="h2">{task.title}</Subtitle2>
        {task.state === 'closed' && (
          <Text>
            {zh.tasks.closed}：{task.closedBecause}
          </Text>
        )}
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{zh.tasks.text}</Text>
        <Text className={styles.text}>{task.text}</Text>
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{zh.tasks.parties}</Text>
        <span className={styles.parties}>
          {task.parties.map((party, i) => (
            <PartyBadge key={i} party={party} />
          ))}
        </span>
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{zh.tasks.clause}</Text>
        <Text className={styles.text}>{task.responsibility}</Text>
        <Caption1>{task.location}</Caption1>
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{zh.tasks.deadlines}</Text>
        {task.deadlines.length === 0 && <Text>{zh.tasks.noDeadline}</Text>}
        {task.deadlines.map((deadline, i) => (
          <Text key={i}>
            {deadline.text}
            {deadline.due ? `（${deadline.due}）` : ''}
          </Text>
        ))}
      </div>
      {canDraft && task.state === 'open' && (
        <Button appearance="primary" onClick={onEdit}>
          {zh.tasks.edit}
        </Button>
      )}
      {canDraft && <Past id={task.id} />}
    </div>
  );
}

function Past({ id }: { id: string }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const history = useHistory(id, isOpen);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} style={{ marginTop: 18 }}>
      <summary className={styles.summary}>{zh.tasks.history}</summary>
      {history.error && <ProblemBar error={history.error} />}
      {history.data?.items.length === 0 && <Text>{zh.tasks.noHistory}</Text>}
      {history.data?.items.map((entry, i) => (
        <div key={i} className={styles.part}>
          <Text weight="semibold">
            {moment(entry.at)} {entry.by} {zh.tasks.actions[entry.action] ?? ''}
          </Text>
          {entry.reason && <Text>{entry.reason}</Text>}
          {entry.before && (
            <Caption1>
              {zh.tasks.before}：{entry.before}
            </Caption1>
          )}
          {entry.after && (
            <Caption1>
              {zh.tasks.after}：{entry.after}
            </Caption1>
          )}
        </div>
      ))}
    </details>
  );
}
