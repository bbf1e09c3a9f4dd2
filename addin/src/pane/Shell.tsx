import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useInfo, useMe } from '../api/queries';
import { MeContext } from '../app/me';
import { signOut, useSignedOut } from '../app/session';
import { Bar } from '../components/Bar';
import { ProblemBar } from '../components/ProblemBar';
import { zh } from '../strings';
import { usePaneContext } from './context';
import { keepFocus } from './focus';
import { DocumentBar } from './DocumentBar';
import { addressOf, paneNames, usePane, type PaneName } from './route';
import { TasksPane } from './tasks/TasksPane';
import { UnsentElsewhere } from './UnsentBar';
import { Waiting } from './Waiting';
import { words } from './words';

const panes = {
  insert: lazy(() => import('./insert/InsertPane')),
  update: lazy(() => import('./update/UpdatePane')),
  check: lazy(() => import('./check/CheckPane')),
  file: lazy(() => import('./file/FilePane')),
  import: lazy(() => import('./import/ImportPane')),
};
const SignInCover = lazy(() => import('./signin/SignInCover'));

// The same function every time, so that it is told of the page once.
function keepFocusIn(page: HTMLElement | null): (() => void) | undefined {
  return page ? keepFocus(page) : undefined;
}

/** The frame: the panes' names at the top, the open pane, and a sign-in above all of it where one is needed. */
export function Shell({ onRetry, onPlain }: { onRetry: () => void; onPlain: () => void }) {
  const queries = useQueryClient();
  const isSignedOut = useSignedOut();
  const open = usePane();
  const info = useInfo();
  const me = useMe();
  const isReader = me.data?.role === 'reader';
  return (
    <MeContext value={me.data ?? { name: '', role: 'reader', body: '' }}>
      <div className="p-page" inert={isSignedOut} ref={keepFocusIn}>
        <nav className="p-nav" aria-label={words.navName}>
          {paneNames.map((name) => (
            <a key={name} href={addressOf(name)} aria-current={name === open ? 'page' : undefined}>
              {words.nav[name]}
            </a>
          ))}
        </nav>
        <DocumentBar onRetry={onRetry} onPlain={onPlain} />
        <main className="p-main" tabIndex={-1}>
          <h1 className="p-unseen">{words.nav[open]}</h1>
          <UnsentElsewhere open={open} />
          {info.error && <ProblemBar error={info.error} onRetry={() => void queries.refetchQueries()} />}
          {!info.error && me.error && !isSignedOut && <ProblemBar error={me.error} onRetry={() => void me.refetch()} />}
          <Suspense fallback={<Waiting rows={6} />}>
            {isReader && open !== 'tasks' ? <Bar tone="note">{words.reader}</Bar> : <Page name={open} />}
          </Suspense>
        </main>
        <footer className="p-foot">
          <img src="./icon.svg" alt="" width={16} height={16} />
          <span>
            {zh.app.name} {info.data?.version ?? ''}
          </span>
          <span className="p-who" title={me.data?.name}>
            {me.data?.name ?? ''}
          </span>
          {info.data && info.data.signIn !== 'none' && !isSignedOut && (
            <Button size="small" appearance="subtle" className="p-key" onClick={signOut}>
              {words.signIn.out}
            </Button>
          )}
        </footer>
      </div>
      {isSignedOut && (
        <Suspense fallback={<Waiting rows={2} />}>
          <SignInCover info={info.data ?? null} onSignedIn={() => void queries.invalidateQueries()} />
        </Suspense>
      )}
    </MeContext>
  );
}

function Page({ name }: { name: PaneName }) {
  const { epoch } = usePaneContext();
  if (name === 'tasks') return <TasksPane key={epoch} />;
  const Pane = panes[name];
  return <Pane key={epoch} />;
}
