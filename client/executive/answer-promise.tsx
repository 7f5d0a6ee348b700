import { tellCount, tellFigure } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { Distribution } from './distribution.tsx';
import { Answer, ChangeMark, TicketsLink } from './figure.tsx';

/** Do we keep the 7x24: the share, what was missed, and how long things take, all of it and not only the middle. */
export function AnswerPromise({ insight }: { insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { current, before } = insight;
  return (
    <Answer id="promise" question={t('executive.q.promise')}>
      <p className="exec-big">
        <TicketsLink to={ticketsPath(insight, 'resolve_kept')}>
          {tellFigure('onTime', current.onTime, words)}
        </TicketsLink>
        <span className="exec-big-words">
          {t('executive.on-time')}
          <ChangeMark of="onTime" current={current} before={before} />
        </span>
        <span className="exec-big-words">
          <TicketsLink to={ticketsPath(insight, 'resolve_breached')}>
            {t('executive.missed', { count: tellCount(current.breached ?? 0, words) })}
          </TicketsLink>
          <ChangeMark of="breached" current={current} before={before} />
        </span>
      </p>
      <div className="exec-two">
        {(['answer', 'solve'] as const).map((name) => (
          <div key={name} className="exec-part">
            <h3>{t(`executive.${name}-distribution`)}</h3>
            <Distribution name={name} insight={insight} />
            <Middle name={name} insight={insight} />
          </div>
        ))}
      </div>
    </Answer>
  );
}

function Middle({ name, insight }: { name: 'answer' | 'solve'; insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { current, before } = insight;
  const half = current[`${name}Median`];
  if (half === null) return <p className="exec-small">{t('executive.nothing-measured')}</p>;
  return (
    <p className="exec-small">
      {t('executive.half-within', { time: tellFigure(`${name}Median`, half, words) })}{' '}
      <ChangeMark of={`${name}Median`} current={current} before={before} />
      <br />
      {t('executive.most-within', { time: tellFigure(`${name}P90`, current[`${name}P90`], words) })}
    </p>
  );
}
