import { lazy, Suspense } from 'react';
import { KPI_KEYS, kpi } from '../../shared/kpi/kpis.ts';
import { DIMENSIONS, type Dimension } from '../../shared/kpi/measures.ts';
import { tellBucket, tellCount } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { BarList } from './bar-list.tsx';
import { GroupTable } from './group-table.tsx';
import { useDays } from './names.ts';

const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

/** Everything about the answers, for who has more than ninety seconds. */
export function Details({ insight }: { insight: InsightAnswer }) {
  const { t } = useWords();
  return (
    <section className="exec-details" aria-labelledby="details">
      <h2 id="details">{t('executive.details')}</h2>
      <div className="exec-details-charts">
        <Days insight={insight} />
        <Lengths insight={insight} name="answer" />
        <Lengths insight={insight} name="solve" />
      </div>
      {DIMENSIONS.map((dimension: Dimension) => (
        <GroupTable key={dimension} dimension={dimension} insight={insight} />
      ))}
      <Definitions />
    </section>
  );
}

function Days({ insight }: { insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const day = useDays();
  const bars = insight.days.map((one) => ({
    label: day(one.day),
    current: one.opened,
    before: one.resolved,
  }));
  const most = insight.days.reduce((top, one) => (one.opened > top.opened ? one : top), {
    day: insight.period.from,
    opened: 0,
  });
  return (
    <div className="exec-part">
      <h3>{t('executive.by-day')}</h3>
      <div className="exec-chart exec-chart-tall" aria-hidden>
        <Suspense fallback={null}>
          <Bars bars={bars} names={{ current: t('kpi.opened'), before: t('kpi.resolved') }} />
        </Suspense>
      </div>
      <p className="exec-small">
        {day(most.day)}: {t('executive.of-opened', { count: tellCount(most.opened, words) })}
      </p>
    </div>
  );
}

/** The distribution as a list, each bucket with its tickets: for keys and for reading aloud. */
function Lengths({ insight, name }: { insight: InsightAnswer; name: 'answer' | 'solve' }) {
  const words = useWords();
  const set = name === 'answer' ? 'answered' : 'resolved';
  const rows = insight.histograms.current[name].map((count, bucket) => ({
    code: String(bucket),
    name: tellBucket(bucket, words),
    value: count,
    to: ticketsPath(insight, set, { bucket }),
  }));
  return (
    <div className="exec-part">
      <h3>{words.t(`executive.${name}-distribution`)}</h3>
      <BarList rows={rows} />
    </div>
  );
}

/** Each figure's definition, as it also stands in the files. */
function Definitions() {
  const { t, language } = useWords();
  return (
    <details className="exec-definitions">
      <summary>{t('executive.definitions')}</summary>
      <dl>
        {KPI_KEYS.map((key) => (
          <div key={key}>
            <dt>{t(`kpi.${key}`)}</dt>
            <dd>{kpi(key).formula[language]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
