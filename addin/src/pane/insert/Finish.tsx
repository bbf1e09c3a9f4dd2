import { Button, Checkbox } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Bar } from '../../components/Bar';
import { HandEditsBar } from '../../components/HandEditsBar';
import { JobProgress } from '../../components/JobProgress';
import { ProblemBar, sentenceOf } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { fileOf, fragmentOf, type DraftOne } from '../api';
import { usePaneContext } from '../context';
import { useRecord } from '../record';
import { SendingBar } from '../SendingBar';
import { useNumbering } from './numbering';
import { useOutline } from './Preview';
import { words } from './words';

const NumberDialog = lazy(() => import('./NumberDialog'));

/** What becomes of the paper that is shown; and what became of one that a number was taken for. */
export function Finish({
  draft,
  takesNumber,
  onTakesNumber,
  onDone,
}: {
  draft: DraftOne | null;
  takesNumber: boolean;
  onTakesNumber: (takesNumber: boolean) => void;
  onDone: (note: string) => void;
}) {
  const outline = useOutline(draft?.plan ?? '', draft?.order ?? null);
  const numbering = useNumbering(onDone);
  const record = useRecord('insert', (isWritten) => onDone(isWritten ? words.inserted : words.insertedPlain));
  return (
    <>
      {draft && outline.data && !numbering.isRunning && (
        <Choices
          draft={draft}
          name={outline.data.name}
          title={outline.data.title || outline.data.name}
          canNumber={outline.data.bearsNumber}
          takesNumber={takesNumber && outline.data.bearsNumber}
          onTakesNumber={onTakesNumber}
          onNumber={(name) => numbering.sending.run({ draft, name })}
          onRecord={(xml, title) => record.run({ xml, title, isFirst: true })}
          onDone={onDone}
        />
      )}
      <SendingBar sending={record} />
      {numbering.replaceHandEdits ? (
        <HandEditsBar onReplace={numbering.replaceHandEdits} onDrop={numbering.sending.drop}>
          {sentenceOf(numbering.sending.error)}
        </HandEditsBar>
      ) : (
        <SendingBar sending={numbering.sending} />
      )}
      {numbering.job && <JobProgress job={numbering.job} onAgain={(job) => numbering.follow(job.id)} />}
      {numbering.hasFailed && (
        <div>
          <Button onClick={() => numbering.follow(null)}>{zh.tasks.close}</Button>
        </div>
      )}
      {numbering.error && <ProblemBar error={numbering.error} onRetry={numbering.retry} onClose={numbering.close} />}
    </>
  );
}

function Choices({
  draft,
  name,
  title,
  canNumber,
  takesNumber,
  onTakesNumber,
  onNumber,
  onRecord,
  onDone,
}: {
  draft: DraftOne;
  name: string;
  title: string;
  canNumber: boolean;
  takesNumber: boolean;
  onTakesNumber: (takesNumber: boolean) => void;
  onNumber: (name: string) => void;
  onRecord: (xml: string, title: string) => void;
  onDone: (note: string) => void;
}) {
  const { port, mark } = usePaneContext();
  const { isWord, edits } = port.abilities;
  const [isAsking, setAsking] = useState(false);
  const whole = useMutation({
    mutationFn: async () => port.openNew(await fileOf(draft), name),
    onSuccess: () => onDone(isWord ? words.opened(name) : words.downloaded(name)),
  });
  const atCursor = useMutation({
    mutationFn: async () => {
      const fragment = await fragmentOf(draft);
      await port.insertFragment({ ooxml: fragment.ooxml, tag: '', title: '' });
      return fragment;
    },
    // A document is one paper at most: its record is not written over by that of another.
    onSuccess: (fragment) =>
      mark === null && isWord && fragment.record !== '' ? onRecord(fragment.record, fragment.title) : onDone(words.insertedPlain),
  });
  // Asked beforehand: nobody fills in and agrees only to hear afterwards that there can be no number.
  const may = useOutline(draft.plan, takesNumber ? draft.order : null, true);
  const isBusy = whole.isPending || atCursor.isPending;
  return (
    <div className="p-stack">
      {canNumber && (
        <div>
          <Checkbox label={words.number} checked={takesNumber} onChange={(_, data) => onTakesNumber(data.checked === true)} />
          <div className="p-small">{words.numberHint}</div>
        </div>
      )}
      {may.error && <ProblemBar error={may.error} onRetry={() => void may.refetch()} />}
      {mark !== null && isWord && !takesNumber && <Bar tone="note">{words.hasPaper(mark.title)}</Bar>}
      <div className="p-actions">
        {takesNumber ? (
          <Button appearance="primary" disabled={!may.data} onClick={() => setAsking(true)}>
            {words.numbered}
          </Button>
        ) : (
          <>
            <Button appearance="primary" disabled={isBusy || (isWord && !edits)} onClick={() => whole.mutate()}>
              {isWord ? words.whole : words.wholeFile}
            </Button>
            <Button disabled={isBusy || (isWord && !edits)} onClick={() => atCursor.mutate()}>
              {isWord ? words.cursor : words.cursorFile}
            </Button>
          </>
        )}
      </div>
      {[whole.error, atCursor.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
      {isAsking && (
        <Suspense>
          <NumberDialog
            title={title}
            onGo={() => {
              setAsking(false);
              onNumber(name);
            }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
