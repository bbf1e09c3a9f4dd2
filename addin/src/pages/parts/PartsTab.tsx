import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { allParts, fromPartQuery, toPartQuery } from '../../api/partFilter';
import { useParts } from '../../api/supervision';
import type { Part, Plan } from '../../api/types';
import { go } from '../../app/route';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import '../../components/rows.css';
import { PartDrawer } from './PartDrawer';
import { PartFilters } from './PartFilters';
import './parts.css';
import { PartTable } from './PartTable';
import { words } from './words';

/** What every body has to do in every task, and how far it is. What is asked for stands in the address. */
export default function PartsTab({ plan, query }: { plan: Plan; query: string }) {
  const filter = fromPartQuery(query);
  const parts = useParts(plan.id, toPartQuery(filter));
  const [shown, setShown] = useState<Part | null>(null);
  const rows = parts.data?.pages.flatMap((page) => page.items) ?? [];
  const ask = (wanted: typeof filter) => go({ page: 'plan', id: plan.id, tab: 'parts', query: toPartQuery(wanted) });
  return (
    <div className="sheet">
      <div className="paper form">
        <PartFilters plan={plan.id} filter={filter} onChange={ask} />
        <div className="line">
          <Text aria-live="polite">{parts.data ? words.count(parts.data.pages[0]?.total ?? 0) : ''}</Text>
          {toPartQuery(filter) !== '' && (
            <Button size="small" onClick={() => ask(allParts)}>
              {words.clear}
            </Button>
          )}
        </div>
      </div>
      {parts.error && <ProblemBar error={parts.error} onRetry={() => void parts.refetch()} />}
      {parts.isPending && <Loading rows={8} />}
      {parts.data && rows.length === 0 && <Text>{words.none}</Text>}
      {rows.length > 0 && <PartTable parts={rows} onOpen={setShown} />}
      {parts.hasNextPage && (
        <Button disabled={parts.isFetchingNextPage} onClick={() => void parts.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {shown !== null && <PartDrawer plan={plan.id} opened={shown} onClose={() => setShown(null)} />}
    </div>
  );
}
