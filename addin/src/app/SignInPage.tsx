import { Button, Card, Field, Input, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '../api/client';
import type { Me } from '../api/types';
import { ProblemBar } from '../components/ProblemBar';
import { zh } from '../strings';
import { signIn } from './session';

const useStyles = makeStyles({
  page: { maxWidth: '420px', margin: '12vh auto', padding: '0 16px' },
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

/** Asks for the key; people who sign in with their office's account are told where. */
export default function SignInPage({ mode, onSignedIn }: { mode: string; onSignedIn: () => void }) {
  const styles = useStyles();
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
    <main className={styles.page}>
      <h1>
        {zh.app.name} {zh.signIn.title}
      </h1>
      <Card>
        {mode.includes('key') ? (
          <form
            className={styles.form}
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
        ) : (
          <MessageBar>
            <MessageBarBody>{zh.signIn.token}</MessageBarBody>
          </MessageBar>
        )}
      </Card>
    </main>
  );
}
