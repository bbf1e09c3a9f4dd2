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
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Job } from '../../api/types';
import { useKept } from '../../components/kept';
import { ProblemBar } from '../../components/ProblemBar';
import { useOnce } from '../../components/useOnce';
import { bulletinRequest, firstBulletin, type BulletinDraft } from './bulletin';
import { words } from './words';

/** Asks what a bulletin is to say. What is typed stays until the bulletin is made. */
export function BulletinDialog({ plan, onJob, onClose }: { plan: string; onJob: (job: Job) => void; onClose: () => void }) {
  const [draft, setDraft, forget] = useKept<BulletinDraft>(`bulletin:${plan}`, firstBulletin);
  const once = useOnce();
  const make = useMutation({
    mutationFn: () => {
      const json = bulletinRequest(draft);
      return call<Job>(`plans/${plan}/bulletin`, { method: 'POST', json, once: once(json), tries: 2 });
    },
    onSuccess: (job) => {
      forget();
      onJob(job);
    },
  });
  const set = (change: Partial<BulletinDraft>) => setDraft({ ...draft, ...change });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <div className="form">
              <Field label={words.on} hint={words.onHint}>
                <Input type="date" value={draft.on} onChange={(_, data) => set({ on: data.value })} />
              </Field>
              <Field hint={words.rankedHint}>
                <Checkbox label={words.ranked} checked={draft.isRanked} onChange={(_, data) => set({ isRanked: data.checked === true })} />
              </Field>
              <Field label={words.requirements} hint={words.requirementsHint}>
                <Textarea rows={5} resize="vertical" value={draft.requirements} onChange={(_, data) => set({ requirements: data.value })} />
              </Field>
              <Field hint={words.numberHint}>
                <Checkbox
                  label={words.number}
                  checked={draft.takesNumber}
                  onChange={(_, data) => set({ takesNumber: data.checked === true })}
                />
              </Field>
              {make.error && <ProblemBar error={make.error} />}
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button appearance="primary" disabledFocusable={make.isPending} onClick={() => make.mutate()}>
              {words.go}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
