import { Radio, RadioGroup } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Figures } from '../../api/types';
import { countsInWords, rateText } from '../../components/standing';
import { heatStep, type Measure } from './geometry';
import { words } from './words';

/** Bodies by sections. Each cell has its number, and leads to the parts that it counts. */
export function HeatMap({ figures, addressFor }: { figures: Figures; addressFor: (body: string, section: string) => string }) {
  const [measure, setMeasure] = useState<Measure>('rate');
  const id = useId();
  const cells = new Map(figures.heat.map((cell) => [`${String(cell.body)} ${String(cell.section)}`, cell.counts]));
  const most = Math.max(...figures.heat.map((cell) => cell.counts.overdue), 0);
  const [low, high] = words.legend[measure];
  return (
    <>
      <div className="line heat-tools">
        <span id={id}>{words.measure}</span>
        <RadioGroup layout="horizontal" aria-labelledby={id} value={measure} onChange={(_, data) => setMeasure(data.value as Measure)}>
          {(Object.keys(words.measures) as Measure[]).map((one) => (
            <Radio key={one} value={one} label={words.measures[one]} />
          ))}
        </RadioGroup>
        <span className="heat-legend" aria-hidden="true">
          {low}
          {[0, 1, 2, 3, 4, 5].map((step) => (
            <span key={step} className={`heat-sample heat-${measure}-${String(step)}`} />
          ))}
          {high}
        </span>
      </div>
      {/* A region that scrolls must be reached from the keyboard. */}
      <div className="heat-scroll" tabIndex={0} role="region" aria-label={words.heatTable}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col" className="heat-corner">
                {words.body}
              </th>
              {figures.sections.map((section) => (
                <th key={section.name} scope="col">
                  {section.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.bodies.map((body, row) => (
              <tr key={body.name}>
                <th scope="row">{body.name}</th>
                {figures.sections.map((section, column) => {
                  const counts = cells.get(`${String(row)} ${String(column)}`);
                  if (!counts) {
                    return (
                      <td key={section.name} className="heat-empty">
                        <span aria-label={words.empty} role="img">
                          ·
                        </span>
                      </td>
                    );
                  }
                  const step = heatStep(counts, measure, most);
                  const rate = `${words.rate} ${rateText(counts.rate)}`;
                  return (
                    <td key={section.name}>
                      <a
                        className={step === null ? 'heat-cell' : `heat-cell heat-${measure}-${String(step)}`}
                        href={addressFor(body.name, section.name)}
                        title={`${countsInWords(counts)}，${rate}`}
                        aria-label={`${body.name}，${section.name}：${countsInWords(counts)}，${rate}`}
                      >
                        {measure === 'rate' ? rateText(counts.rate) : counts.overdue}
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
