import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { tellBucket } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';

const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

/** How many took how long, in this period and faintly in the one before. The details list the same with links. */
export function Distribution({ name, insight }: { name: 'answer' | 'solve'; insight: InsightAnswer }) {
  const words = useWords();
  const navigate = useNavigate();
  const { current, before } = insight.histograms;
  const bars = current[name].map((count, bucket) => ({
    label: tellBucket(bucket, words),
    current: count,
    before: before[name][bucket] ?? 0,
  }));
  const set = name === 'answer' ? 'answered' : 'resolved';
  return (
    <div className="exec-chart" aria-hidden>
      <Suspense fallback={null}>
        <Bars
          bars={bars}
          names={{ current: words.t('executive.file.current'), before: words.t('executive.file.before') }}
          open={(bucket) => void navigate(ticketsPath(insight, set, { bucket }))}
        />
      </Suspense>
    </div>
  );
}
