import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ProblemBar } from './ProblemBar';

/** Asks why before something is changed. */
export function ReasonDialog({
  title,
  label,
  submit,
  cancel,
  isBusy,
  error,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  label: string;
  submit: string;
  cancel: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: (reason: string) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {children}
            <Field label={label} required>
              <Input value={reason} onChange={(_, data) => setReason(data.value)} />
            </Field>
            {error !== null && <ProblemBar error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{cancel}</Button>
            <Button appearance="primary" disabled={reason.trim() === '' || isBusy} onClick={() => onSubmit(reason.trim())}>
              {submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
