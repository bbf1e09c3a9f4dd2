import type { Part } from '../../api/types';
import { StateMark } from '../../components/StateMark';
import { DueText } from './DueText';
import { words } from './words';

/** Parts, one in a row; a row opens by its task. */
export function PartTable({ parts, onOpen }: { parts: readonly Part[]; onOpen: (part: Part) => void }) {
  return (
    <table className="rows" aria-label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.body}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" className="number">
            {words.percent}
          </th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.progress}</th>
          <th scope="col">{words.reportedOn}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.taskId} ${part.body}`}>
            <td data-label={words.number}>{part.number}</td>
            <th scope="row">
              <button type="button" className="row-button" onClick={() => onOpen(part)}>
                {part.title}
                <span className="unseen">
                  ，{part.body}，{part.number}
                </span>
              </button>
            </th>
            <td data-label={words.body}>{part.body}</td>
            <td data-label={words.role} className="tight">
              {words.roles[part.role]}
            </td>
            <td data-label={words.state}>
              <StateMark state={part.state} />
            </td>
            <td data-label={words.percent} data-empty={part.percent === null} className="number">
              {part.percent === null ? '—' : `${String(part.percent)}%`}
            </td>
            <td data-label={words.due} data-empty={part.due === null} className="part-due">
              {part.due === null ? '—' : <DueText part={part} />}
            </td>
            <td data-label={words.progress} data-empty={part.progress === ''} className="part-progress">
              {part.progress || '—'}
            </td>
            <td data-label={words.reportedOn} data-empty={part.reportedOn === null} className="tight">
              {part.reportedOn ?? '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
