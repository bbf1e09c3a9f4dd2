import type { Standing, Trend } from '../../api/types';
import { rateText, standingNames, standings } from '../../components/standing';
import { axisTop, lineThrough, pointsOf, spread, type Box, type Point } from './geometry';
import { words } from './words';

const lines = ['done', 'inProgress', 'overdue'] as const satisfies readonly Standing[];
const size = { width: 1120, height: 270 };
const box: Box = { left: 48, top: 14, width: 950, height: 220 };

/** How many parts stood where at the end of each month: lines to look at, and the numbers that they are drawn from. */
export function TrendChart({ trend }: { trend: readonly Trend[] }) {
  const last = trend.at(-1);
  const first = trend[0];
  if (!first || !last) return <p className="small">{words.trendFirst}</p>;
  const top = axisTop(Math.max(...trend.flatMap((point) => lines.map((state) => point.counts[state]))));
  const drawn = lines.map((state) => ({
    state,
    points: pointsOf(
      trend.map((point) => point.counts[state]),
      top,
      box,
    ),
  }));
  const places = spread(
    drawn.map((line) => line.points.at(-1)?.y ?? 0),
    16,
    box.top + box.height,
  );
  const told = lines.map((state) => `${standingNames[state]} ${String(last.counts[state])} 项`).join('，');
  return (
    <>
      {/* A region that scrolls must be reached from the keyboard. */}
      <div className="scrolls" tabIndex={0} role="region" aria-label={words.trend}>
        <svg
          className="trend"
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={words.trendPicture(first.day, last.day, told)}
        >
          <Axes top={top} trend={trend} />
          {drawn.map(({ state, points }, i) => (
            <g key={state} className={`trend-${state}`}>
              <path d={lineThrough(points)} />
              {points.map((point, at) => (
                <Marker key={at} state={state} at={point} />
              ))}
              <text x={box.left + box.width + 12} y={(places[i] ?? 0) + 4}>
                {standingNames[state]} {last.counts[state]}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <details className="trend-numbers">
        <summary>{words.numbers}</summary>
        <div className="scrolls" tabIndex={0} role="region" aria-label={words.numbers}>
          <table className="rows plain">
            <thead>
              <tr>
                <th scope="col">{words.month}</th>
                {standings.map((state) => (
                  <th key={state} scope="col" className="number">
                    {standingNames[state]}
                  </th>
                ))}
                <th scope="col" className="number">
                  {words.rate}
                </th>
              </tr>
            </thead>
            <tbody>
              {trend.map(({ day, counts }) => (
                <tr key={day}>
                  <th scope="row" className="tight">
                    {day}
                  </th>
                  {standings.map((state) => (
                    <td key={state} className="number">
                      {counts[state]}
                    </td>
                  ))}
                  <td className="number">{rateText(counts.rate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function Axes({ top, trend }: { top: number; trend: readonly Trend[] }) {
  const places = pointsOf(
    trend.map(() => 0),
    top,
    box,
  );
  return (
    <g className="trend-axes">
      {[0, 1, 2, 3, 4].map((quarter) => {
        const y = box.top + box.height * (1 - quarter / 4);
        return (
          <g key={quarter}>
            <line x1={box.left} x2={box.left + box.width} y1={y} y2={y} />
            <text x={box.left - 8} y={y + 4} textAnchor="end">
              {(top * quarter) / 4}
            </text>
          </g>
        );
      })}
      {trend.map(({ day }, i) => (
        <text key={day} x={places[i]?.x ?? 0} y={box.top + box.height + 20} textAnchor="middle">
          {Number(day.slice(5, 7))}月
        </text>
      ))}
    </g>
  );
}

// Each line has a shape of its own.
function Marker({ state, at: { x, y } }: { state: Standing; at: Point }) {
  if (state === 'done') return <circle cx={x} cy={y} r={3.5} />;
  if (state === 'overdue') return <path className="marker" d={`M${x.toFixed(1)} ${(y - 4.5).toFixed(1)}l4.5 8h-9z`} />;
  return <rect x={x - 3.2} y={y - 3.2} width={6.4} height={6.4} />;
}
