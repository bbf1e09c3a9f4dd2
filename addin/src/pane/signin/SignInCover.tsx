import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { KeyForm } from '../../app/KeyForm';
import { signInByAccount } from '../../app/session';
import { Bar } from '../../components/Bar';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import type { EntraSettings, PaneInfo } from '../api';
import { words } from '../words';
import { signInOpenly } from './account';
import { renewBy } from './renewal';
import './signin.css';

/** Asks for a sign-in above the open pane, which stays as it is. */
export default function SignInCover({ info, onSignedIn }: { info: PaneInfo | null; onSignedIn: () => void }) {
  const cover = useRef<HTMLDivElement>(null);
  const hasKey = info?.signIn.includes('key') ?? true;
  const entra = info?.signIn.includes('oidc') ? (info.entra ?? null) : null;
  useEffect(() => {
    // The pane beneath takes no keys meanwhile; afterwards the person goes on where she was.
    const before = document.activeElement;
    cover.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="p-cover">
      <div ref={cover} role="dialog" aria-modal="true" aria-labelledby="sign-in" tabIndex={-1} className="p-stack">
        <h2 id="sign-in">{words.signIn.title}</h2>
        <span className="p-small">{words.signIn.kept}</span>
        {entra && <Account entra={entra} onSignedIn={onSignedIn} />}
        {hasKey && <KeyForm onSignedIn={onSignedIn} />}
        {!hasKey && entra === null && <Bar tone="note">{zh.signIn.token}</Bar>}
      </div>
    </div>
  );
}

function Account({ entra, onSignedIn }: { entra: EntraSettings; onSignedIn: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function signIn(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      signInByAccount(await signInOpenly(entra));
      renewBy(entra);
      onSignedIn();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <>
      <Button appearance="primary" disabled={isBusy} onClick={() => void signIn()}>
        {isBusy ? words.signIn.going : words.signIn.account}
      </Button>
      {error !== null && <ProblemBar error={error} />}
    </>
  );
}
