import { useState } from 'react';
import { useFindings, usePlan } from '../../api/queries';
import type { Finding } from '../../api/types';
import { Bar } from '../../components/Bar';
import { ProblemBar } from '../../components/ProblemBar';
import { FindingCard } from '../../pages/findings/FindingCard';
import { usePaneContext } from '../context';
import { Waiting } from '../Waiting';
import { hasPlace, placeOf } from './place';
import { words } from './words';

/** What is to be looked at in the document that was imported, each thing with the way to its place. */
export function ImportFindings({ id, onNote }: { id: string; onNote: (note: string) => void }) {
  const { port } = usePaneContext();
  const plan = usePlan(id);
  const findings = useFindings(id);
  const [isGone, setGone] = useState(false);
  const error = plan.error ?? findings.error;
  if (error) return <ProblemBar error={error} onRetry={() => void Promise.all([plan.refetch(), findings.refetch()])} />;
  if (!plan.data || !findings.data) return <Waiting rows={6} />;
  const shown = plan.data;
  const open = findings.data.filter((finding) => finding.settledAt === null && finding.severity !== 'info');
  const rest = findings.data.filter((finding) => !open.includes(finding));

  async function jump(finding: Finding): Promise<void> {
    const place = placeOf(finding);
    // A number that Word writes itself is not among a paragraph's words: then the count alone leads there.
    const isThere = (await port.select(place)) || (place.paragraph !== null && (await port.select({ ...place, text: '' })));
    setGone(!isThere);
  }

  const card = (finding: Finding) => (
    <FindingCard
      key={finding.id}
      plan={shown}
      finding={finding}
      onDone={onNote}
      {...(port.abilities.isWord && hasPlace(finding) && { onJump: () => void jump(finding).catch(() => setGone(true)) })}
    />
  );
  return (
    <section aria-label={words.findings(shown.title)} className="p-stack p-findings">
      <h2 className="p-head">{words.findings(shown.title)}</h2>
      {isGone && (
        <Bar tone="warning" role="alert">
          {words.gone}
        </Bar>
      )}
      {open.length === 0 ? <Bar tone="good">{words.none}</Bar> : <span aria-live="polite">{words.open(open.length)}</span>}
      {open.map(card)}
      {rest.length > 0 && (
        <details>
          <summary>{words.settled(rest.length)}</summary>
          <div className="p-stack">{rest.map(card)}</div>
        </details>
      )}
    </section>
  );
}
