import { Button, Caption1, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer, Subtitle2, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { usePart } from '../../api/supervision';
import type { Part } from '../../api/types';
import { Bar } from '../../components/Bar';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { StateMark } from '../../components/StateMark';
import { words as shared } from '../../components/words';
import { DueText } from './DueText';
import { ReportForm } from './ReportForm';
import { Reports } from './Reports';
import { words } from './words';

/** One body's part in a task: where it stands, what it reported, and a form to report more. */
export function PartDrawer({ plan, opened, onClose }: { plan: string; opened: Part; onClose: () => void }) {
  const now = usePart(plan, opened.taskId, opened.body);
  const [note, setNote] = useState('');
  const part = now.data ?? opened;
  return (
    <OverlayDrawer open position="end" className="part-drawer" onOpenChange={(_, data) => !data.open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button onClick={onClose}>{shared.close}</Button>}>
          {words.partTitle(part.number, part.body)}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className="part-body">
          {now.error && <ProblemBar error={now.error} onRetry={() => void now.refetch()} />}
          {now.data === null && <Bar tone="warning">{words.gone}</Bar>}
          <div>
            <Caption1 block>{part.section}</Caption1>
            <Subtitle2 as="h2">{part.title}</Subtitle2>
          </div>
          <div className="line">
            <StateMark state={part.state} />
            <span>
              {words.roles[part.role]}
              {part.percent !== null && ` · ${String(part.percent)}%`}
            </span>
            <span>
              <DueText part={part} />
            </span>
            {part.group !== '' && <span className="small">{words.group(part.group)}</span>}
          </div>
          <details>
            <summary className="part-summary">{words.text}</summary>
            <Text className="part-text">{part.text}</Text>
          </details>
          <Note text={note} />
          <ReportForm key={`${part.taskId} ${part.body}`} plan={plan} part={part} onSent={setNote} />
          <Reports task={part.taskId} body={part.body} />
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}
