import { Link } from '@fluentui/react-components';
import type { NamedCounts } from '../../api/types';
import { rateText, standingNames, standings, standingSigns } from '../../components/standing';
import { segments } from './geometry';
import { words } from './words';

/** How rows are divided among the states: a bar to look at, and the numbers that it is drawn from. */
export function StackedBars({
  label,
  heading,
  rows,
  addressFor,
}: {
  label: string;
  heading: string;
  rows: readonly NamedCounts[];
  addressFor: (name: string) => string;
}) {
  return (
    <table className="rows bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className="bars-bar">
            {words.share}
          </th>
          <th scope="col" className="number">
            {words.rate}
          </th>
          {standings.map((state) => (
            <th key={state} scope="col" className="number">
              <span className={`key key-${state}`} aria-hidden="true">
                {standingSigns[state]}
              </span>{' '}
              {standingNames[state]}
            </th>
          ))}
          <th scope="col" className="number">
            {words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">
              <Link href={addressFor(name)}>{name}</Link>
            </th>
            <td className="bars-bar">
              <svg className="bar-picture" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {segments(counts).map(({ state, x, width }) => (
                  <rect key={state} className={`area-${state}`} x={x} y={0} width={width} height={10} />
                ))}
              </svg>
            </td>
            <td className="number" data-label={words.rate}>
              {rateText(counts.rate)}
            </td>
            {standings.map((state) => (
              <td key={state} className={counts[state] === 0 ? 'number none' : 'number'} data-label={standingNames[state]}>
                {counts[state]}
              </td>
            ))}
            <td className="number" data-label={words.total}>
              {counts.total}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
