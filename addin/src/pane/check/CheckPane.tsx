import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Bar } from '../../components/Bar';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { checkPaper, type FormatFinding, type PaperCheck } from '../api';
import { usePaneContext } from '../context';
import { useKept } from '../kept';
import { Waiting } from '../Waiting';
import { FindingRow } from './FindingRow';
import { useRepair, type Repair } from './repair';
import { words } from './words';

/** What the format checker says of the document in hand. */
export default function CheckPane() {
  const { port, state, epoch, mark, fileName } = usePaneContext();
  const name = fileName || (mark === null ? words.file : `${mark.title}.docx`);
  const check = useQuery({
    queryKey: ['check', epoch],
    enabled: state === 'ready' && port.abilities.hasDocument,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) => checkPaper(await port.readPackage({ signal }), name, signal),
  });
  const [note, setNote] = useState('');
  const repairing = useRepair(setNote);
  const isBusy = repairing.repair.isPending || repairing.go.isPending || check.isFetching;
  if (state === 'ready' && !port.abilities.hasDocument) return <Bar tone="note">{words.noDocument}</Bar>;
  const { error, data } = check;
  // The ways back are there even where the check fails.
  return (
    <>
      <Note text={note} />
      <Ways repairing={repairing} isBusy={isBusy} />
      {error && <ProblemBar error={error} onRetry={() => void check.refetch()} />}
      {!error && !data && (
        <>
          <span className="p-small" role="status">
            {words.checking}
          </span>
          <Waiting rows={6} />
        </>
      )}
      {!error && data && (
        <Findings
          check={data}
          isBusy={isBusy}
          onAgain={() => void check.refetch()}
          onFix={(repair) => {
            setNote('');
            repairing.repair.mutate({ ...repair, name });
          }}
        />
      )}
    </>
  );
}

/** How a repair gets on, and the ways back and forward. */
function Ways({ repairing, isBusy }: { repairing: ReturnType<typeof useRepair>; isBusy: boolean }) {
  const { repair, go, asks, can } = repairing;
  return (
    <>
      <div aria-live="polite">{repair.isPending && <Bar tone="note">{words.fixing}</Bar>}</div>
      {[repair.error, go.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
      {asks !== null && (
        <Bar tone="warning" role="alert">
          {asks === 'back' ? words.askBack : words.askForward}
          <div className="bar-choices">
            <Button size="small" onClick={() => go.mutate({ way: asks, isAgreed: true })}>
              {words.agree}
            </Button>
            <Button size="small" onClick={go.reset}>
              {words.stay}
            </Button>
          </div>
        </Bar>
      )}
      {(can.back || can.forward) && (
        <div className="p-line">
          {can.back && (
            <Button disabled={isBusy} onClick={() => go.mutate({ way: 'back', isAgreed: false })}>
              {words.putBack}
            </Button>
          )}
          {can.forward && (
            <Button disabled={isBusy} onClick={() => go.mutate({ way: 'forward', isAgreed: false })}>
              {words.forward}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Findings({
  check,
  isBusy,
  onAgain,
  onFix,
}: {
  check: PaperCheck;
  isBusy: boolean;
  onAgain: () => void;
  onFix: (repair: Omit<Repair, 'name'>) => void;
}) {
  const { port } = usePaneContext();
  const { isWord, replacesWhole } = port.abilities;
  const [isGone, setGone] = useState(false);
  const [how, setHow] = useKept('check-how', { inPlace: true, track: false });
  const fixable = check.findings.filter((finding) => finding.fixable);
  const fix = (findings: FormatFinding[]) => onFix({ findings, inPlace: replacesWhole && how.inPlace, track: how.track });
  const jump = (finding: FormatFinding) => {
    void port.select({ paragraph: finding.paragraph, table: finding.table, text: finding.text }).then(
      (isThere) => setGone(!isThere),
      () => setGone(true),
    );
  };
  const group = (title: string, findings: FormatFinding[]) =>
    findings.length > 0 && (
      <section aria-label={title}>
        <h2 className="p-head">{title}</h2>
        <ul className="p-list">
          {findings.map((finding) => (
            <FindingRow
              key={finding.key}
              finding={finding}
              canJump={isWord && (finding.paragraph !== null || finding.table !== null || finding.text !== '')}
              isBusy={isBusy}
              onJump={() => jump(finding)}
              onFix={() => fix([finding])}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <div className="p-line p-apart">
        <span className="p-small">{words.layout(check.layout)}</span>
        <Button size="small" disabled={isBusy} onClick={onAgain}>
          {words.again}
        </Button>
      </div>
      {isGone && (
        <Bar tone="warning" role="alert">
          {words.gone}
        </Bar>
      )}
      {check.findings.length === 0 && <Bar tone="good">{words.clean}</Bar>}
      {group(
        words.errors(check.errors),
        check.findings.filter((finding) => finding.severity === 'error'),
      )}
      {group(
        words.advice(check.warnings),
        check.findings.filter((finding) => finding.severity !== 'error'),
      )}
      {fixable.length > 0 && (
        <div className="p-actions">
          <Button appearance="primary" disabled={isBusy} onClick={() => fix([])}>
            {words.fixAll(fixable.length)}
          </Button>
          <Checkbox label={words.track} checked={how.track} onChange={(_, data) => setHow({ ...how, track: data.checked === true })} />
          {replacesWhole ? (
            <RadioGroup
              layout="horizontal"
              aria-label={words.how}
              value={how.inPlace ? 'inPlace' : 'copy'}
              onChange={(_, data) => setHow({ ...how, inPlace: data.value === 'inPlace' })}
            >
              <Radio value="inPlace" label={words.inPlace} />
              <Radio value="copy" label={words.copy} />
            </RadioGroup>
          ) : (
            <span className="p-small">
              {words.how}：{isWord ? words.copy : words.download}
            </span>
          )}
        </div>
      )}
    </>
  );
}
