import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Textarea,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client';
import { forgetStandings } from '../../api/supervision';
import type { Letter } from '../../api/types';
import { EvidenceField } from '../../components/EvidenceField';
import { useKept } from '../../components/kept';
import { ProblemBar } from '../../components/ProblemBar';
import { standingNames } from '../../components/standing';
import { useOnce } from '../../components/useOnce';
import { firstReply, leftOpen, replyRequest, type ReplyDraft } from './proposals';
import { words } from './words';

/** Records what a body answered. What is typed stays until it is recorded. */
export function ReplyDialog({ letter, onNote, onClose }: { letter: Letter; onNote: (text: string) => void; onClose: () => void }) {
  const queries = useQueryClient();
  const [draft, setDraft, forget] = useKept<ReplyDraft>(`reply:${letter.id}`, firstReply);
  const once = useOnce();
  const record = useMutation({
    mutationFn: () => {
      const json = replyRequest(draft);
      return call<Letter>(`letters/${letter.id}/reply`, { method: 'POST', json, once: once(json), tries: 2 });
    },
    onSuccess: (answered) => {
      forget();
      onClose();
      onNote(answered.state === 'closed' ? words.closed(letter.body, letter.stepName) : words.replied(letter.body));
      void forgetStandings(queries);
    },
  });
  const set = (change: Partial<ReplyDraft>) => setDraft({ ...draft, ...change });
  const mark = (task: string, isDone: boolean) => set({ done: isDone ? [...draft.done, task] : draft.done.filter((one) => one !== task) });
  const open = leftOpen(letter, draft);
  const closes = draft.closes ?? open.length === 0;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.replyTitle(letter.body)}</DialogTitle>
          <DialogContent>
            <div className="form">
              <span>
                {letter.stepName} {letter.number}
              </span>
              <Field label={words.replyOn} hint={words.onHint}>
                <Input type="date" value={draft.on} onChange={(_, data) => set({ on: data.value })} />
              </Field>
              <Field label={words.replyText} hint={words.replyTextHint}>
                <Textarea rows={4} resize="vertical" value={draft.text} onChange={(_, data) => set({ text: data.value })} />
              </Field>
              <EvidenceField label={words.replyUpload} hint={words.replyUploadHint} value={draft.file} onChange={(file) => set({ file })} />
              <fieldset className="letters-done">
                <legend>{words.replyDone}</legend>
                {letter.matters.map((matter) => (
                  <Checkbox
                    key={matter.taskId}
                    label={`${matter.number} ${matter.title}${matter.state === 'done' ? `（${standingNames.done}）` : ''}`}
                    checked={draft.done.includes(matter.taskId)}
                    disabled={matter.state === 'done'}
                    onChange={(_, data) => mark(matter.taskId, data.checked === true)}
                  />
                ))}
              </fieldset>
              <Field hint={open.length > 0 ? words.replyLeavesOpen(open.length, closes) : words.replyClosesHint}>
                <Checkbox label={words.replyCloses} checked={closes} onChange={(_, data) => set({ closes: data.checked === true })} />
              </Field>
              {record.error && <ProblemBar error={record.error} />}
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancelReply}</Button>
            <Button appearance="primary" disabledFocusable={record.isPending} onClick={() => record.mutate()}>
              {words.replyGo}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
