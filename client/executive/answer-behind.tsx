import { furthestBehind } from '../../shared/kpi/behind.ts';
import { tellCount, tellFigure } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { BarList } from './bar-list.tsx';
import { Answer, TicketsLink } from './figure.tsx';
import { KecamatanMap } from './kecamatan-map.tsx';
import { useNames } from './names.ts';

const SHOWN = 7;

/** Which departments and which kecamatan miss the most deadlines. */
export function AnswerBehind({ insight }: { insight: InsightAnswer }) {
  const { t } = useWords();
  return (
    <Answer id="behind" question={t('executive.q.behind')}>
      <div className="exec-behind">
        <div className="exec-part">
          <h3>{t('executive.by.department')}</h3>
          <Departments insight={insight} />
          <p className="exec-small">{t('executive.behind-by')}</p>
        </div>
        <KecamatanMap insight={insight} />
      </div>
    </Answer>
  );
}

function Departments({ insight }: { insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { short } = useNames();
  const behind = furthestBehind(insight.groups.department).slice(0, SHOWN);
  if (behind.length === 0) return <p className="exec-none">{t('executive.nobody-behind')}</p>;
  const rows = behind.map(({ code, current }) => ({
    code,
    name: short.department(code),
    value: current.breached ?? 0,
    to: ticketsPath(insight, 'resolve_breached', { department: code }),
    remark: (
      <>
        {tellFigure('onTime', current.onTime, words)} {t('kpi.onTime').toLowerCase()}
        {(current.overdue ?? 0) > 0 && (
          <>
            {', '}
            <TicketsLink to={ticketsPath(insight, 'overdue', { department: code })}>
              {t('executive.now-over', { count: tellCount(current.overdue ?? 0, words) })}
            </TicketsLink>
          </>
        )}
      </>
    ),
  }));
  return <BarList rows={rows} />;
}
