import { Badge, Caption1, Card, Link, makeStyles, ProgressBar, Subtitle1, Subtitle2, Text, Title2 } from '@fluentui/react-components';
import { usePlans } from '../../api/queries';
import type { Plan } from '../../api/types';
import { useRights } from '../../app/me';
import { leaveNote } from '../../app/note';
import { addressOf, go } from '../../app/route';
import { moment } from '../../components/date';
import { DropZone } from '../../components/DropZone';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { useImport } from '../../components/useImport';
import { zh } from '../../strings';
import { RestoreArchive } from './RestoreArchive';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '20px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 14px', alignItems: 'center' },
  badge: { whiteSpace: 'nowrap', flexShrink: 0 },
});

/** The first page: bring a document in, or go on with one. */
export function HomePage() {
  const styles = useStyles();
  const { canDraft, canManage } = useRights();
  const plans = usePlans();
  const importing = useImport(null, (id, result) => {
    leaveNote(id, result.isRepeat ? zh.plan.repeat : zh.plan.imported(result.added));
    go({ page: 'plan', id, tab: 'findings' });
  });
  return (
    <div className={styles.page}>
      <div>
        <Title2 as="h1" block>
          {zh.home.title}
        </Title2>
        <Text>{zh.home.lead}</Text>
      </div>
      {canDraft && <DropZone label={zh.home.drop} labelOver={zh.home.dropNow} hint={zh.home.dropHint} onFile={importing.start} />}
      <div aria-live="polite">
        {importing.step !== 'idle' && (
          <div>
            <Text block>{importing.step === 'sending' ? zh.home.sending : zh.home.reading}</Text>
            <ProgressBar aria-label={zh.home.reading} />
          </div>
        )}
      </div>
      {importing.error !== null && <ProblemBar error={importing.error} />}
      <Subtitle1 as="h2">{zh.home.plans}</Subtitle1>
      {plans.error && <ProblemBar error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isPending && <Loading rows={3} />}
      {plans.data?.items.length === 0 && <Text>{zh.home.none}</Text>}
      <ul className={styles.list}>
        {plans.data?.items.map((plan) => (
          <li key={plan.id}>
            <PlanCard plan={plan} />
          </li>
        ))}
      </ul>
      {canManage && <RestoreArchive />}
    </div>
  );
}

function PlanCard({ plan }: { plan: Plan }) {
  const styles = useStyles();
  return (
    <Card>
      <div className={styles.line}>
        <Subtitle2>
          <Link href={addressOf({ page: 'plan', id: plan.id, tab: plan.openFindings > 0 ? 'findings' : 'documents' })}>{plan.title}</Link>
        </Subtitle2>
        {plan.documentNumber && <Text>{plan.documentNumber}</Text>}
      </div>
      <div className={styles.line}>
        <Text>{zh.home.tasks(plan.openTasks)}</Text>
        <Text>{zh.home.documents(plan.documents)}</Text>
        <Badge className={styles.badge} appearance="tint" color={plan.openFindings > 0 ? 'warning' : 'success'}>
          {plan.openFindings > 0 ? zh.home.findings(plan.openFindings) : zh.home.clean}
        </Badge>
        <Caption1>
          {zh.home.revision(plan.revision)} {moment(plan.importedAt)}
        </Caption1>
      </div>
    </Card>
  );
}
