import { Caption1, Link, makeStyles, Tab, TabList, Text, Title2 } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { usePlan } from '../../api/queries';
import { useRights } from '../../app/me';
import { clearNote, noteFor } from '../../app/note';
import { addressOf, go, planTabs, type PlanTab } from '../../app/route';
import { moment } from '../../components/date';
import { Loading } from '../../components/Loading';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { useImport } from '../../components/useImport';
import { zh } from '../../strings';
import { FileButton } from '../../components/FileButton';

const FindingsTab = lazy(() => import('../findings/FindingsTab'));
const TasksTab = lazy(() => import('../tasks/TasksTab'));
const MatrixTab = lazy(() => import('../matrix/MatrixTab'));
const DocumentsTab = lazy(() => import('../documents/DocumentsTab'));
const ProgressTab = lazy(() => import('../progress/ProgressTab'));
const PartsTab = lazy(() => import('../parts/PartsTab'));
const LettersTab = lazy(() => import('../letters/LettersTab'));
const CollectTab = lazy(() => import('../collect/CollectTab'));
const ReportingTab = lazy(() => import('../reporting/ReportingTab'));

// Readers may not see what is to be checked, and reporting upwards is not theirs.
const drafters: readonly PlanTab[] = ['findings', 'reporting'];

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'flex-start', gap: '12px' },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 16px', marginTop: '6px' },
  tabs: { overflowX: 'auto', overflowY: 'hidden' },
});

/** One year's work points, with everything that is done with them. */
export default function PlanPage({ id, tab, query }: { id: string; tab: PlanTab; query: string }) {
  const styles = useStyles();
  const { canDraft } = useRights();
  const plan = usePlan(id);
  const [note, setNote] = useState(() => noteFor(id));
  useEffect(() => clearNote, []);
  const importing = useImport(id, (_, result) =>
    setNote(result.isRepeat ? zh.plan.repeat : zh.plan.revised(result.added, result.changed, result.closed, result.kept)),
  );
  const tabs = planTabs.filter((one) => canDraft || !drafters.includes(one));
  const shown = tabs.includes(tab) ? tab : 'tasks';
  const isThere = plan.data !== undefined;
  useEffect(() => {
    // On a narrow page the row of tabs scrolls.
    if (isThere) document.getElementById(`tab-${shown}`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isThere, shown]);
  if (plan.error) return <ProblemBar error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return <Loading rows={6} />;
  return (
    <div className={styles.page}>
      <Link href={addressOf({ page: 'home' })}>← {zh.plan.back}</Link>
      <div className={styles.head}>
        <div>
          <Title2 as="h1" block>
            {plan.data.title}
          </Title2>
          <div className={styles.facts}>
            {plan.data.issuer && <Text>{plan.data.issuer}</Text>}
            {plan.data.documentNumber && <Text>{plan.data.documentNumber}</Text>}
            <Caption1>
              {zh.home.revision(plan.data.revision)} {moment(plan.data.importedAt)}
            </Caption1>
          </div>
        </div>
        {canDraft && (
          <FileButton
            label={importing.step === 'idle' ? zh.plan.revise : zh.home.reading}
            disabled={importing.step !== 'idle'}
            onFile={importing.start}
          />
        )}
      </div>
      <Note text={note} />
      {importing.error !== null && <ProblemBar error={importing.error} />}
      <TabList
        className={styles.tabs}
        selectedValue={shown}
        onTabSelect={(_, data) => {
          setNote('');
          go({ page: 'plan', id, tab: data.value as PlanTab });
        }}
      >
        {tabs.map((one) => (
          <Tab key={one} value={one} id={`tab-${one}`} aria-controls="plan-panel">
            {zh.plan[one]}
            {one === 'findings' && plan.data.openFindings > 0 ? `（${String(plan.data.openFindings)}）` : ''}
          </Tab>
        ))}
      </TabList>
      <section id="plan-panel" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        <Suspense fallback={<Loading rows={6} />}>
          {shown === 'findings' && <FindingsTab plan={plan.data} />}
          {shown === 'tasks' && <TasksTab plan={plan.data} />}
          {shown === 'matrix' && <MatrixTab plan={plan.data} />}
          {shown === 'documents' && <DocumentsTab plan={plan.data} />}
          {shown === 'progress' && <ProgressTab plan={plan.data} />}
          {shown === 'parts' && <PartsTab plan={plan.data} query={query} />}
          {shown === 'letters' && <LettersTab plan={plan.data} />}
          {shown === 'collect' && <CollectTab plan={plan.data} />}
          {shown === 'reporting' && <ReportingTab plan={plan.data} />}
        </Suspense>
      </section>
    </div>
  );
}
