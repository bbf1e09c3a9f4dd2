import { Button, Text } from '@fluentui/react-components';
import type { Collected } from '../../api/types';
import { Loading } from '../../components/Loading';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { StateMark } from '../../components/StateMark';
import { standingNames } from '../../components/standing';
import { isToWrite, type Returned } from './returned';
import { words } from './words';

/** A workbook that came back: what it would change, and what in it fits nothing. */
export function ReturnedCard({
  returned,
  onRead,
  onWrite,
  onRemove,
}: {
  returned: Returned;
  onRead: () => void;
  onWrite: () => void;
  onRemove: () => void;
}) {
  const { file, step, answer, error } = returned;
  return (
    <article className="returned" aria-label={words.file(file.name)}>
      <h3>{file.name}</h3>
      {step === 'reading' && <Loading rows={2} />}
      {error !== null && <ProblemBar error={error} {...(answer === null ? { onRetry: onRead } : {})} />}
      <Note text={step === 'written' && answer ? words.applied(answer.changes.length) : ''} />
      {answer && <Summary answer={answer} isWritten={step === 'written'} />}
      {answer && answer.changes.length > 0 && <Changes answer={answer} />}
      {answer && answer.unplaced.length > 0 && <Unplaced answer={answer} />}
      <div className="line">
        {(isToWrite(returned) || step === 'writing') && (
          <Button appearance="primary" disabledFocusable={step === 'writing'} aria-label={`${words.apply} ${file.name}`} onClick={onWrite}>
            {step === 'writing' ? words.applying : words.apply}
          </Button>
        )}
        {step === 'seen' && (
          <Button aria-label={`${words.remove} ${file.name}`} onClick={onRemove}>
            {words.remove}
          </Button>
        )}
      </div>
    </article>
  );
}

function Summary({ answer, isWritten }: { answer: Collected; isWritten: boolean }) {
  const count = answer.changes.length;
  const facts = [
    count === 0 ? words.noChanges : isWritten ? words.written(count) : words.changes(count),
    answer.known > 0 ? words.known(answer.known) : '',
    answer.blank > 0 ? words.blank(answer.blank) : '',
  ];
  return <Text aria-live="polite">{facts.filter((fact) => fact !== '').join(' · ')}</Text>;
}

function Changes({ answer }: { answer: Collected }) {
  return (
    <table className="rows" aria-label={words.changes(answer.changes.length)}>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.bodyColumn}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" className="number">
            {words.percent}
          </th>
          <th scope="col">{words.progress}</th>
          <th scope="col">{words.on}</th>
          <th scope="col">{words.reporter}</th>
          <th scope="col">{words.place}</th>
        </tr>
      </thead>
      <tbody>
        {answer.changes.map((change) => (
          <tr key={`${change.taskId} ${change.body} ${change.place}`}>
            <td data-label={words.number}>{change.number}</td>
            <th scope="row">{change.title}</th>
            <td data-label={words.bodyColumn}>{change.body}</td>
            <td data-label={words.state}>
              <StateMark state={change.after} />
              {effects(change).map((effect) => (
                <span key={effect} className="small collect-before">
                  {effect}
                </span>
              ))}
            </td>
            <td className="number" data-label={words.percent}>
              {change.percent === null ? '—' : `${String(change.percent)}%`}
            </td>
            <td data-label={words.progress}>{change.progress || '—'}</td>
            <td className="tight" data-label={words.on}>
              {change.on}
            </td>
            <td data-label={words.reporter}>{change.reporter || '—'}</td>
            <td className="small" data-label={words.place}>
              {change.place}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is said beside the state that comes of a report: what was reported, and what it does not change. */
function effects({ state, before, after, laterOn }: Collected['changes'][number]): string[] {
  const isIdle = before === after && laterOn !== null;
  return [
    state === after ? '' : words.reported(standingNames[state]),
    before === after ? '' : words.from(standingNames[before]),
    isIdle ? words.noEffect(laterOn) : '',
  ].filter((effect) => effect !== '');
}

function Unplaced({ answer }: { answer: Collected }) {
  return (
    <>
      <Text weight="semibold" block className="late">
        {words.unplaced(answer.unplaced.length)}
      </Text>
      <Text size={200} block>
        {words.unplacedHint}
      </Text>
      <table className="rows" aria-label={words.unplaced(answer.unplaced.length)}>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.text}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {answer.unplaced.map((one, i) => (
            <tr key={i}>
              <th scope="row" className="tight">
                {one.place}
              </th>
              <td data-label={words.text}>{one.text || '—'}</td>
              <td data-label={words.why}>{one.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
