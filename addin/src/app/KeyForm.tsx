import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '../api/client';
import type { Me } from '../api/types';
import { ProblemBar } from '../components/ProblemBar';
import { zh } from '../strings';
import { signIn } from './session';

/** Asks for the key, and takes it when the service does. */
export function KeyForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [key, setKey] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await call<Me>('me', { key: key.trim() });
    } catch (problem) {
      setError(problem);
      setBusy(false);
      return;
    }
    signIn(key.trim());
    onSignedIn();
  }

  return (
    <form
      style={{ display: 'flex', flexDirection: 'column', gap: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={zh.signIn.key} hint={zh.signIn.hint} required>
        <Input type="password" autoComplete="current-password" value={key} onChange={(_, data) => setKey(data.value)} />
      </Field>
      {error !== null && <ProblemBar error={error} />}
      <Button type="submit" appearance="primary" disabled={isBusy || key.trim().length === 0}>
        {zh.signIn.submit}
      </Button>
    </form>
  );
}
