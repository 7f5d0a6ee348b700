import { tellCount } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { BarList } from './bar-list.tsx';
import { ColumnLinks } from './column-links.tsx';
import { Answer, ChangeMark, TicketsLink } from './figure.tsx';
import { useNames } from './names.ts';

const KINDS = 5;
const CHANNELS = 4;

/** What citizens complain about, by which door, against the period before. */
export function AnswerTopics({ insight }: { insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { current, before } = insight;
  return (
    <Answer id="topics" question={t('executive.q.topics')}>
      <p className="exec-line">
        <TicketsLink to={ticketsPath(insight, 'opened')}>
          {t('executive.of-opened', { count: tellCount(current.opened ?? 0, words) })}
        </TicketsLink>
        <ChangeMark of="opened" current={current} before={before} />
      </p>
      <Most insight={insight} by="category" shown={KINDS} />
      <div className="exec-part exec-fill">
        <h3>{t('executive.by.channel')}</h3>
        <Most insight={insight} by="channel" shown={CHANNELS} />
      </div>
    </Answer>
  );
}

function Most({ insight, by, shown }: { insight: InsightAnswer; by: 'category' | 'channel'; shown: number }) {
  const { t } = useWords();
  const { short } = useNames();
  const groups = insight.groups[by].filter(({ current }) => (current.opened ?? 0) > 0).slice(0, shown);
  if (groups.length === 0) return <p className="exec-none">{t('executive.nothing-measured')}</p>;
  const rows = groups.map(({ code, current, previous }) => ({
    code,
    name: short[by](code),
    value: current.opened ?? 0,
    to: ticketsPath(insight, 'opened', { [by]: code }),
    ...(by === 'category' && { remark: <ChangeMark of="opened" current={current} before={previous} /> }),
  }));
  return by === 'channel' ? <ColumnLinks rows={rows} /> : <BarList rows={rows} />;
}
