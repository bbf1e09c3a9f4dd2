import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useLetters } from '../../api/supervision';
import type { Letter, LetterState, Plan } from '../../api/types';
import { useRights } from '../../app/me';
import { JobProgress } from '../../components/JobProgress';
import { Loading } from '../../components/Loading';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import '../../components/rows.css';
import '../../components/standing.css';
import { usePlanJob } from '../../components/usePlanJob';
import { IssueDialog } from './IssueDialog';
import { LetterTable } from './LetterTable';
import './letters.css';
import { Proposals } from './Proposals';
import { stepsOf, switched } from './proposals';
import { words } from './words';

/** Pressing for what is due: the letters that should be written, and those that were. */
export default function LettersTab({ plan }: { plan: Plan }) {
  const { canDraft } = useRights();
  const letters = useLetters(plan.id);
  const work = usePlanJob(plan.id, canDraft);
  const [state, setState] = useState<LetterState | ''>('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [issuing, setIssuing] = useState<Letter[] | null>(null);
  const [note, setNote] = useState('');
  const all = letters.data?.items ?? [];
  const shown = all.filter((letter) => state === '' || letter.state === state);
  const chosen = all.filter((letter) => picked.has(letter.id) && stepsOf(letter).issue);
  return (
    <div className="sheet">
      {canDraft && <Proposals plan={plan.id} isBusy={work.isBusy} onJob={work.start} />}
      <div aria-live="polite">
        {work.job && <JobProgress job={work.job} onAgain={work.start} />}
        {work.error !== null && <ProblemBar error={work.error} />}
      </div>
      <section className="paper">
        <div className="line letters-head">
          <div>
            <h2>{words.letters}</h2>
            <p className="small letters-hint">{words.lettersHint}</p>
          </div>
          <Field label={words.filter}>
            <Select value={state} onChange={(_, data) => setState(data.value as LetterState | '')}>
              <option value="">{words.all}</option>
              {Object.entries(words.states).map(([one, name]) => (
                <option key={one} value={one}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Note text={note} />
        {letters.error && <ProblemBar error={letters.error} onRetry={() => void letters.refetch()} />}
        {letters.isPending && <Loading rows={4} />}
        {letters.data && shown.length === 0 && <Text>{words.noLetters}</Text>}
        {shown.length > 0 && (
          <LetterTable
            letters={shown}
            picked={picked}
            isBusy={work.isBusy}
            onPick={(letter, isOn) => setPicked(switched(picked, [letter.id], isOn))}
            onIssue={(letter) => setIssuing([letter])}
            onNote={setNote}
          />
        )}
        {canDraft && all.some((letter) => stepsOf(letter).issue) && (
          <div className="line letters-go">
            <Button appearance="primary" disabled={chosen.length === 0 || work.isBusy} onClick={() => setIssuing(chosen)}>
              {words.issueChosen}
            </Button>
            <Text aria-live="polite">{words.chosen(chosen.length)}</Text>
          </div>
        )}
      </section>
      {issuing && (
        <IssueDialog
          letters={issuing}
          onJob={(job) => {
            setIssuing(null);
            setPicked(new Set());
            setNote('');
            work.start(job);
          }}
          onClose={() => setIssuing(null)}
        />
      )}
    </div>
  );
}
