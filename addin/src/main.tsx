import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startSession } from './app/session';
import './page.css';

const root = document.getElementById('root');
if (root) {
  startSession();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
