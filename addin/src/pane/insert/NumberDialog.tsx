import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { words } from './words';

/** Asks once more before a number is taken: it cannot be given back. */
export default function NumberDialog({ title, onGo, onClose }: { title: string; onGo: () => void; onClose: () => void }) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.dialog.title}</DialogTitle>
          <DialogContent>{words.dialog.text(title)}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.dialog.cancel}</Button>
            <Button appearance="primary" onClick={onGo}>
              {words.dialog.go}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
