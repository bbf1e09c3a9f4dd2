import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useInfo } from '../api/queries';
import { makeQueryClient } from '../api/queryClient';
import { Fault } from '../app/Fault';
import type { WordPort } from '../word/port';
import type { PaneInfo } from './api';
import { PaneContext, type Pane } from './context';
import { isInOffice, openPort } from './host';
import { knowDocument, moveAll, type Known } from './identity';
import { renewBy } from './signin/renewal';
import { Shell } from './Shell';
import { waitingPort } from './waitingPort';

// The theme is in the style sheet virtual:theme.css.
const noTheme = {};

/** The whole pane. */
export function Start() {
  const [queries] = useState(makeQueryClient);
  return (
    <FluentProvider theme={noTheme}>
      <QueryClientProvider client={queries}>
        <Fault>
          <Opening />
        </Fault>
      </QueryClientProvider>
    </FluentProvider>
  );
}

/** Draws the panes at once, and gives them the document as soon as Word has answered. */
function Opening() {
  const info = useInfo();
  const [isInside, setInside] = useState(isInOffice);
  const [port, setPort] = useState<WordPort>(waitingPort);
  const [state, setState] = useState<Pane['state']>('waiting');
  const [tried, setTried] = useState(0);
  const open = useEffectEvent((known: PaneInfo) => openPort(known, isInside));
  useEffect(() => {
    if (!info.data) return;
    let isWanted = true;
    const known: PaneInfo = info.data;
    renewBy(known.signIn.includes('oidc') ? (known.entra ?? null) : null);
    open(known)
      .then((made) => {
        if (!isWanted) return;
        setPort(made);
        setState('ready');
      })
      .catch(() => isWanted && setState('failed'));
    return () => {
      isWanted = false;
    };
  }, [info.data, isInside, tried]);
  return (
    <WithPort
      port={port}
      state={state}
      onRetry={() => {
        setState('waiting');
        setTried(tried + 1);
      }}
      onPlain={() => {
        setState('waiting');
        setInside(false);
      }}
    />
  );
}

/** Everything that needs a port, with one. */
export function WithPort({
  port,
  state,
  onRetry,
  onPlain,
}: {
  port: WordPort;
  state: Pane['state'];
  onRetry: () => void;
  onPlain: () => void;
}) {
  const queries = useQueryClient();
  const [epoch, setEpoch] = useState(0);
  const [fileName, onFileName] = useState('');
  const known = useQuery({
    queryKey: ['mark', epoch],
    enabled: state === 'ready' && port.abilities.hasDocument,
    staleTime: Infinity,
    retry: false,
    queryFn: () => knowDocument(port, queries.getQueryData<Known>(['mark', epoch]) ?? null),
  });
  const mark = known.data?.mark ?? null;
  const isMarkUnknown = known.data?.isUnknown ?? false;
  const document = mark?.id ?? known.data?.own ?? '';
  const change = useEffectEvent(() => {
    // What was typed just as the document became known is none of the next one's.
    if (document !== '') moveAll('', document);
    setEpoch(epoch + 1);
    void queries.invalidateQueries({ queryKey: ['mark'] });
  });
  useEffect(() => port.onDocument(() => change()), [port]);
  const pane = useMemo<Pane>(
    () => ({ port, state, epoch, document, mark, isMarkUnknown, fileName, onFileName }),
    [port, state, epoch, document, mark, isMarkUnknown, fileName],
  );
  return (
    <PaneContext value={pane}>
      <Shell onRetry={onRetry} onPlain={onPlain} />
    </PaneContext>
  );
}
