import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useInfo, useMe } from '../api/queries';
import { makeQueryClient } from '../api/queryClient';
import { Loading } from '../components/Loading';
import { ProblemBar } from '../components/ProblemBar';
import { HomePage } from '../pages/home/HomePage';
import { Fault } from './Fault';
import { Frame } from './Frame';
import { MeContext } from './me';
import { useRoute, type Route } from './route';
import { useSignedOut } from './session';
import { theme } from './theme';

const SignInPage = lazy(() => import('./SignInPage'));
const PlanPage = lazy(() => import('../pages/plan/PlanPage'));
const DirectoryPage = lazy(() => import('../pages/directory/DirectoryPage'));
const TemplatesPage = lazy(() => import('../pages/templates/TemplatesPage'));

/** The whole page. */
export function App() {
  const [queries] = useState(makeQueryClient);
  return (
    <FluentProvider theme={theme}>
      <QueryClientProvider client={queries}>
        <Fault>
          <Inside />
        </Fault>
      </QueryClientProvider>
    </FluentProvider>
  );
}

function Inside() {
  const queries = useQueryClient();
  const isSignedOut = useSignedOut();
  const info = useInfo();
  const me = useMe();
  const route = useRoute();
  if (isSignedOut) {
    return (
      <Suspense fallback={<Loading rows={4} />}>
        <SignInPage mode={info.data?.signIn ?? 'key'} onSignedIn={() => void queries.resetQueries()} />
      </Suspense>
    );
  }
  if (me.error) return <ProblemBar error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data || !info.data) return <Loading rows={4} />;
  return (
    <MeContext value={me.data}>
      <Frame info={info.data} route={route}>
        <Suspense fallback={<Loading rows={6} />}>
          <Page route={route} />
        </Suspense>
      </Frame>
    </MeContext>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'plan':
      return <PlanPage key={route.id} id={route.id} tab={route.tab} query={route.query ?? ''} />;
    case 'directory':
      return <DirectoryPage />;
    case 'templates':
      return <TemplatesPage />;
    case 'home':
      return <HomePage />;
  }
}
