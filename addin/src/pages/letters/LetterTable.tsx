import { Checkbox } from '@fluentui/react-components';
import type { Letter } from '../../api/types';
import { useRights } from '../../app/me';
import { LetterActions } from './LetterActions';
import { stepsOf } from './proposals';
import { words } from './words';

/** Letters, one in a row, with where each is in its life and what can be done with it. */
export function LetterTable({
  letters,
  picked,
  isBusy,
  onPick,
  onIssue,
  onNote,
}: {
  letters: readonly Letter[];
  picked: ReadonlySet<string>;
  isBusy: boolean;
  onPick: (letter: Letter, isOn: boolean) => void;
  onIssue: (letter: Letter) => void;
  onNote: (text: string) => void;
}) {
  const { canDraft } = useRights();
  return (
    <table className="rows" aria-label={words.letters}>
      <thead>
        <tr>
          {canDraft && (
            <th scope="col">
              <span className="unseen">{words.select}</span>
            </th>
          )}
          <th scope="col">{words.letter}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.issuedOn}</th>
          <th scope="col">{words.replyBy}</th>
          <th scope="col">{words.actions}</th>
        </tr>
      </thead>
      <tbody>
        {letters.map((letter) => (
          <tr key={letter.id}>
            {canDraft && (
              <td className="letters-pick">
                {stepsOf(letter).issue && (
                  <Checkbox
                    aria-label={words.selectOne(letter.stepName, letter.body)}
                    checked={picked.has(letter.id)}
                    onChange={(_, data) => onPick(letter, data.checked === true)}
                  />
                )}
              </td>
            )}
            <th scope="row">
              <strong>{letter.body}</strong>{' '}
              <span className="tight">
                {letter.stepName} {letter.round > 1 && words.round(letter.round)}
              </span>
              <details>
                <summary className="letters-summary small">{words.mattersOf(letter.matters.length)}</summary>
                <ul className="letters-matters">
                  {letter.matters.map((matter) => (
                    <li key={matter.taskId}>
                      {matter.number} {matter.title} <span className="small">{matter.due}</span>
                    </li>
                  ))}
                </ul>
              </details>
            </th>
            <td data-label={words.state}>
              <span className={`life life-${letter.state}`}>{words.states[letter.state]}</span>
              {letter.isLate && <span className="late letters-late">{words.overdue}</span>}
              {letter.withdrawnBecause !== '' && <span className="small letters-block">{letter.withdrawnBecause}</span>}
              {letter.repliedOn !== null && (
                <span className="small letters-block">
                  {words.repliedOn(letter.repliedOn)}
                  {letter.reply !== '' && `：${letter.reply}`}
                </span>
              )}
              {letter.closedOn !== null && <span className="small letters-block">{words.closedOn(letter.closedOn)}</span>}
            </td>
            <td data-label={words.number} data-empty={letter.number === ''} className="tight">
              {letter.number || '—'}
            </td>
            <td data-label={words.issuedOn} data-empty={letter.issuedOn === null} className="tight">
              {letter.issuedOn ?? '—'}
            </td>
            <td data-label={words.replyBy} data-empty={letter.replyBy === null} className={letter.isLate ? 'tight late' : 'tight'}>
              {letter.replyBy ?? '—'}
            </td>
            <td>
              <LetterActions letter={letter} isBusy={isBusy} onIssue={() => onIssue(letter)} onNote={onNote} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
