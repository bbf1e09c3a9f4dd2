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
import { useRepair } from './repair';
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
  if (state === 'ready' && !port.abilities.hasDocument) return <Bar tone="note">{words.noDocument}</Bar>;
  if (check.error) return <ProblemBar error={check.error} onRetry={() => void check.refetch()} />;
  if (!check.data) {
    return (
      <>
        <span className="p-small" role="status">
          {words.checking}
        </span>
        <Waiting rows={6} />
      </>
    );
  }
  return <Findings check={check.data} name={name} isChecking={check.isFetching} onAgain={() => void check.refetch()} />;
}

function Findings({ check, name, isChecking, onAgain }: { check: PaperCheck; name: string; isChecking: boolean; onAgain: () => void }) {
  const { port } = usePaneContext();
  const { isWord, replacesWhole } = port.abilities;
  const [note, setNote] = useState('');
  const [isGone, setGone] = useState(false);
  const [how, setHow] = useKept('check-how', { inPlace: true, track: false });
  const { repair, putBack, canPutBack } = useRepair(setNote);
  const isBusy = repair.isPending || putBack.isPending || isChecking;
  const fixable = check.findings.filter((finding) => finding.fixable);
  const fix = (findings: FormatFinding[]) => {
    setNote('');
    repair.mutate({ findings, inPlace: replacesWhole && how.inPlace, track: how.track, name });
  };
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
      <Note text={note} />
      <div aria-live="polite">{repair.isPending && <Bar tone="note">{words.fixing}</Bar>}</div>
      {isGone && (
        <Bar tone="warning" role="alert">
          {words.gone}
        </Bar>
      )}
      {[repair.error, putBack.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
      {canPutBack && (
        <div>
          <Button disabled={isBusy} onClick={() => putBack.mutate()}>
            {words.putBack}
          </Button>
        </div>
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
