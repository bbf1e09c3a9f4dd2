import { Button, Link, Text } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDocuments, useInfo } from '../../api/queries';
import type { Document, Plan } from '../../api/types';
import { addressOf } from '../../app/route';
import { JobProgress } from '../../components/JobProgress';
import { openPdf } from '../../components/openPdf';
import { ProblemBar } from '../../components/ProblemBar';
import '../../components/rows.css';
import { baseName, save } from '../../components/save';
import { usePlanJob } from '../../components/usePlanJob';
import { BulletinDialog } from './BulletinDialog';
import './reporting.css';
import { words } from './words';

/** Reporting on the plan: bulletins, and everything to take along. */
export default function ReportingTab({ plan }: { plan: Plan }) {
  return (
    <div className="sheet">
      <Bulletins plan={plan} />
      <Exports plan={plan} />
    </div>
  );
}

function Bulletins({ plan }: { plan: Plan }) {
  const documents = useDocuments(plan.id);
  const work = usePlanJob(plan.id, true);
  const [isAsking, setAsking] = useState(false);
  const bulletins = documents.data?.items.filter((one) => one.kind === 'progress-bulletin' && one.revision > 0) ?? [];
  return (
    <section className="paper">
      <h2>{words.bulletin}</h2>
      <p className="small">{words.bulletinHint}</p>
      <Button appearance="primary" disabled={work.isBusy} onClick={() => setAsking(true)}>
        {words.make}
      </Button>
      <div aria-live="polite" className="reporting-job">
        {work.job && <JobProgress job={work.job} onAgain={work.start} />}
        {work.error !== null && <ProblemBar error={work.error} />}
      </div>
      <h3>{words.made}</h3>
      {documents.error && <ProblemBar error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data && bulletins.length === 0 && <Text>{words.none}</Text>}
      <ul className="reporting-list">
        {bulletins.map((bulletin) => (
          <Bulletin key={bulletin.id} bulletin={bulletin} />
        ))}
      </ul>
      {bulletins.length > 0 && (
        <Text size={200}>
          {words.more} <Link href={addressOf({ page: 'plan', id: plan.id, tab: 'documents' })}>{words.toDocuments}</Link>
        </Text>
      )}
      {isAsking && (
        <BulletinDialog
          plan={plan.id}
          onJob={(job) => {
            setAsking(false);
            work.start(job);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function Bulletin({ bulletin }: { bulletin: Document }) {
  const info = useInfo();
  const name = baseName(bulletin.path);
  const file = useMutation({ mutationFn: () => save(`documents/${bulletin.id}/file`, name) });
  const preview = useMutation({ mutationFn: () => openPdf(`documents/${bulletin.id}/preview`) });
  return (
    <li className="line reporting-row">
      <span className="reporting-name">
        {name} <span className="small">{bulletin.number}</span>
      </span>
      <Button size="small" aria-label={`${words.download} ${name}`} disabledFocusable={file.isPending} onClick={() => file.mutate()}>
        {words.download}
      </Button>
      {info.data?.hasPdf === true && (
        <Button size="small" aria-label={`${words.preview} ${name}`} disabledFocusable={preview.isPending} onClick={() => preview.mutate()}>
          {words.preview}
        </Button>
      )}
      {[file.error, preview.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
    </li>
  );
}

function Exports({ plan }: { plan: Plan }) {
  return (
    <section className="paper">
      <h2>{words.exports}</h2>
      <p className="small">{words.exportsHint}</p>
      <ul className="reporting-list">
        <Export path={`plans/${plan.id}/export.xlsx`} file={words.sheetName(plan.title)} label={words.sheet} hint={words.sheetHint} />
        <Export path={`plans/${plan.id}/export.json`} file={words.dataName(plan.title)} label={words.data} hint={words.dataHint} />
        <Export path={`plans/${plan.id}/archive.zip`} file={words.archiveName(plan.title)} label={words.archive} hint={words.archiveHint} />
      </ul>
    </section>
  );
}

// A button, not a link: what signs the person in goes along in a header.
function Export({ path, file, label, hint }: { path: string; file: string; label: string; hint: string }) {
  const fetchFile = useMutation({ mutationFn: () => save(path, file) });
  return (
    <li className="line reporting-row">
      <Button className="reporting-button" disabledFocusable={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
        {fetchFile.isPending ? words.preparing : label}
      </Button>
      <span className="small reporting-name">{hint}</span>
      {fetchFile.error && <ProblemBar error={fetchFile.error} />}
    </li>
  );
}
