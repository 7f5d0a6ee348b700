import { tellCount, tellFigure } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { Answer, ChangeMark, TicketsLink } from './figure.tsx';

/** Are they satisfied: nobody has asked them. What the log knows is whether what was called solved stayed so. */
export function AnswerSatisfied({ insight }: { insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { current, before } = insight;
  return (
    <Answer id="satisfied" question={t('executive.q.satisfied')}>
      <p className="exec-big">
        <TicketsLink to={ticketsPath(insight, 'declared')}>
          {tellFigure('stayedSolved', current.stayedSolved, words)}
        </TicketsLink>
        <span className="exec-big-words">
          {t('executive.stayed')}
          <ChangeMark of="stayedSolved" current={current} before={before} />
        </span>
      </p>
      <p className="exec-line">
        {(current.declared ?? 0) === 0 ? (
          t('executive.no-solutions')
        ) : (
          <TicketsLink to={ticketsPath(insight, 'reopened')}>
            {t('executive.reopened', {
              count: tellCount(current.reopened ?? 0, words),
              all: tellCount(current.declared ?? 0, words),
            })}
          </TicketsLink>
        )}
      </p>
      <p className="exec-honest">{t('executive.no-survey')}</p>
    </Answer>
  );
}
