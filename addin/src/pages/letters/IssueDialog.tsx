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
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { useProgress } from '../../api/supervision';
import type { Job, Letter } from '../../api/types';
import { Bar } from '../../components/Bar';
import { HandEditsBar, wouldLoseHandEdits } from '../../components/HandEditsBar';
import { ProblemBar, sentenceOf } from '../../components/ProblemBar';
import { useOnce } from '../../components/useOnce';
import { FilingPlace } from '../documents/FilingPlace';
import { issueRequest, otherYearOf, type IssueDraft } from './proposals';
import { words } from './words';

/** Asks for what letters are issued with, and says what cannot be taken back. */
export function IssueDialog({ letters, onJob, onClose }: { letters: Letter[]; onJob: (job: Job) => void; onClose: () => void }) {
  const [draft, setDraft] = useState<IssueDraft>({ on: '', replyBy: '', place: null, otherYear: '' });
  const once = useOnce();
  const progress = useProgress(letters[0]?.planId ?? '').data;
  const unknown = progress?.unknownYears ?? [];
  const otherYear = otherYearOf(draft.on, progress?.today);
  const issue = useMutation({
    mutationFn: (replaceHandEdits: boolean) => {
      const json = issueRequest(letters, draft, replaceHandEdits);
      return call<Job>('letters/issue', { method: 'POST', json, once: once(json), tries: 2 });
    },
    onSuccess: onJob,
  });
  const set = (change: Partial<IssueDraft>) => setDraft({ ...draft, ...change });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.issueTitle(letters.length)}</DialogTitle>
          <DialogContent>
            <div className="form">
              <ul className="letters-list">
                {letters.map((letter) => (
                  <li key={letter.id}>{words.nameOf(letter.body, letter.stepName, letter.round)}</li>
                ))}
              </ul>
              <Bar tone="warning">{words.issueWarning}</Bar>
              <div className="letters-days">
                <Field label={words.on} hint={words.onHint}>
                  <Input type="date" value={draft.on} onChange={(_, data) => set({ on: data.value })} />
                </Field>
                <Field label={words.replyBy} hint={words.replyByHint}>
                  <Input type="date" value={draft.replyBy} onChange={(_, data) => set({ replyBy: data.value })} />
                </Field>
              </div>
              {otherYear !== '' && (
                <Checkbox
                  label={words.otherYear(otherYear)}
                  checked={draft.otherYear === otherYear}
                  onChange={(_, data) => set({ otherYear: data.checked === true ? otherYear : '' })}
                />
              )}
              {unknown.length > 0 && draft.replyBy === '' && <Bar tone="note">{words.unknownYears(unknown)}</Bar>}
              <Checkbox
                label={words.alsoFile}
                checked={draft.place !== null}
                onChange={(_, data) =>
                  set({ place: data.checked === true ? { drive: '', folder: '', newFolder: '', withPdf: false } : null })
                }
              />
              {draft.place && <FilingPlace place={draft.place} onChange={(place) => set({ place })} />}
              {wouldLoseHandEdits(issue.error) ? (
                <HandEditsBar onReplace={() => issue.mutate(true)} onDrop={onClose}>
                  {sentenceOf(issue.error)}
                </HandEditsBar>
              ) : (
                issue.error && <ProblemBar error={issue.error} />
              )}
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button
              appearance="primary"
              disabled={issue.isPending || (draft.place !== null && draft.place.drive === '')}
              onClick={() => issue.mutate(false)}
            >
              {words.issueGo}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
