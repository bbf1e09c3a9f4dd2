import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSession } from '../app/session';
import { Start } from './Start';
import 'virtual:theme.css';
import '../page.css';
import './pane.css';

const root = document.getElementById('root');
if (/^#(\/signin\/|code=|error=)/.test(window.location.hash)) {
  // The window in which people sign in with their office's account.
  void import('./signin/window').then(({ signInHere }) => signInHere());
} else if (root) {
  startSession();
  createRoot(root).render(
    <StrictMode>
      <Start />
    </StrictMode>,
  );
}
