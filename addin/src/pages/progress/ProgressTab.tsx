import { Field, Select } from '@fluentui/react-components';
import { useContext, useState } from 'react';
import { toPartQuery, type PartFilter } from '../../api/partFilter';
import { useProgress } from '../../api/supervision';
import type { Plan } from '../../api/types';
import { MeContext } from '../../app/me';
import { addressOf } from '../../app/route';
import { Bar } from '../../components/Bar';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import '../../components/rows.css';
import '../../components/standing.css';
import { Headlines, StateCards } from './Cards';
import { endOfMonth, inOrder, type Order } from './geometry';
import { HeatMap } from './HeatMap';
import './progress.css';
import { StackedBars } from './StackedBars';
import { TrendChart } from './TrendChart';
import { words } from './words';

/** How far the plan is, at a glance. */
export default function ProgressTab({ plan }: { plan: Plan }) {
  const me = useContext(MeContext);
  const progress = useProgress(plan.id);
  const [order, setOrder] = useState<Order>('given');
  if (progress.error) return <ProblemBar error={progress.error} onRetry={() => void progress.refetch()} />;
  if (!progress.data) return <Loading rows={8} />;
  const { today, unknownYears, figures } = progress.data;
  const parts = (filter: Partial<PartFilter>) => addressOf({ page: 'plan', id: plan.id, tab: 'parts', query: toPartQuery(filter) });
  const lastDay = figures.trend.at(-1)?.day ?? today;
  const isOver = lastDay < today;
  if (figures.tasks.total === 0) return <Bar tone="note">{words.none}</Bar>;
  return (
    <div className="sheet">
      <p className="small facts">
        {words.asOf(today)} · {words.partsHint} {me.role === 'reader' && me.body !== '' && words.ownBody(me.body)}
      </p>
      {unknownYears.length > 0 && <Bar tone="warning">{words.unknownYears(unknownYears)}</Bar>}
      <Headlines
        progress={progress.data}
        dueAddress={parts({ dueTo: endOfMonth(today) })}
        lettersAddress={addressOf({ page: 'plan', id: plan.id, tab: 'letters' })}
      />
      <StateCards tasks={figures.tasks} parts={figures.parts} addressFor={(state) => parts({ state })} />
      <section className="paper">
        <h2>{words.trend}</h2>
        <p className="small">
          {words.trendHint} {isOver && words.trendOver(lastDay)}
        </p>
        <TrendChart trend={figures.trend} />
      </section>
      <section className="paper">
        <h2>{words.sections}</h2>
        <p className="small">{words.sectionsHint}</p>
        <StackedBars label={words.sections} heading={words.section} rows={figures.sections} addressFor={(section) => parts({ section })} />
      </section>
      <section className="paper">
        <h2>{words.heat}</h2>
        <p className="small">{words.heatHint}</p>
        <HeatMap figures={figures} addressFor={(body, section) => parts({ body, section })} />
      </section>
      <section className="paper">
        <div className="line bars-head">
          <div>
            <h2>{words.bodies}</h2>
            <p className="small">{words.bodiesHint}</p>
          </div>
          <Field label={words.sort}>
            <Select value={order} onChange={(_, data) => setOrder(data.value as Order)}>
              {Object.entries(words.sorts).map(([one, name]) => (
                <option key={one} value={one}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <StackedBars
          label={words.bodies}
          heading={words.body}
          rows={inOrder(figures.bodies, order)}
          addressFor={(body) => parts({ body })}
        />
      </section>
    </div>
  );
}
