import { Button, Text } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { forgetStandings, useReports } from '../../api/supervision';
import type { Report } from '../../api/types';
import { useRights } from '../../app/me';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { ReasonDialog } from '../../components/ReasonDialog';
import { save } from '../../components/save';
import { StateMark } from '../../components/StateMark';
import { words } from './words';

/** What a body reported about a task, the latest first. */
export function Reports({ task, body }: { task: string; body: string }) {
  const reports = useReports(task, body);
  if (reports.error) return <ProblemBar error={reports.error} onRetry={() => void reports.refetch()} />;
  if (!reports.data) return <Loading rows={3} />;
  return (
    <section aria-label={words.history(reports.data.total)}>
      <Text as="h3" weight="semibold" block>
        {words.history(reports.data.total)}
      </Text>
      {reports.data.total === 0 && <Text>{words.noHistory}</Text>}
      <ol className="reports">
        {reports.data.items.map((report) => (
          <Entry key={report.id} report={report} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ report }: { report: Report }) {
  const { canDraft } = useRights();
  const [isAsking, setAsking] = useState(false);
  const evidence = useMutation({ mutationFn: () => save(`reports/${report.id}/evidence`, report.evidenceName) });
  const isRetracted = report.retractedAt !== null;
  return (
    <li className={isRetracted ? 'report report-retracted' : 'report'}>
      <div className="line">
        <strong className="tight">{report.on}</strong>
        <StateMark state={report.state} />
        {report.percent !== null && <span>{report.percent}%</span>}
        <span className="small">{words.by(report.reporter, report.source)}</span>
      </div>
      {report.progress !== '' && <p>{report.progress}</p>}
      {isRetracted && <p className="small">{words.retracted(report.retractedBecause)}</p>}
      <div className="line">
        {report.hasFile && (
          <Button size="small" disabledFocusable={evidence.isPending} onClick={() => evidence.mutate()}>
            {words.download(report.evidenceName)}
          </Button>
        )}
        {!report.hasFile && report.evidenceName !== '' && (
          <span className="small">
            {words.evidence}：{report.evidenceName}
          </span>
        )}
        {canDraft && !isRetracted && (
          <Button size="small" appearance="subtle" aria-label={words.retractOne(report.on)} onClick={() => setAsking(true)}>
            {words.retract}
          </Button>
        )}
      </div>
      {evidence.error && <ProblemBar error={evidence.error} />}
      {isAsking && <Retraction report={report} onClose={() => setAsking(false)} />}
    </li>
  );
}

function Retraction({ report, onClose }: { report: Report; onClose: () => void }) {
  const queries = useQueryClient();
  const retract = useMutation({
    mutationFn: (reason: string) => call<Report>(`reports/${report.id}/retract`, { method: 'POST', json: { reason } }),
    onSuccess: () => {
      onClose();
      void forgetStandings(queries);
    },
  });
  return (
    <ReasonDialog
      title={words.retractTitle}
      label={words.retractReason}
      submit={words.retract}
      cancel={words.keep}
      isBusy={retract.isPending}
      error={retract.error}
      onSubmit={(reason) => retract.mutate(reason)}
      onClose={onClose}
    >
      <Text block>{words.retractHint}</Text>
    </ReasonDialog>
  );
}
