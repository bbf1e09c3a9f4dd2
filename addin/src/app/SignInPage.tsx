import { Card, makeStyles } from '@fluentui/react-components';
import { Bar } from '../components/Bar';
import { zh } from '../strings';
import { KeyForm } from './KeyForm';

const useStyles = makeStyles({ page: { maxWidth: '420px', margin: '12vh auto', padding: '0 16px' } });

/** Asks for the key; people who sign in with their office's account are told where. */
export default function SignInPage({ mode, onSignedIn }: { mode: string; onSignedIn: () => void }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1>
        {zh.app.name} {zh.signIn.title}
      </h1>
      <Card>{mode.includes('key') ? <KeyForm onSignedIn={onSignedIn} /> : <Bar tone="note">{zh.signIn.token}</Bar>}</Card>
    </main>
  );
}
