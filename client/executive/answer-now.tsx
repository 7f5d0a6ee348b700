import { useMemo } from 'react';
import { NO_PLACE } from '../../shared/kpi/measures.ts';
import { tellCount } from '../../shared/kpi/tell.ts';
import type { AskedKey } from '../../shared/text/id.ts';
import { countDoneToday } from '../../shared/ticket/done.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import type { InsightFilters, TicketSet } from '../../shared/wire/insight-sets.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCity } from '../session/city-words.ts';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { loadOf } from '../ticket/counts.ts';
import { Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { ColumnLinks } from './column-links.tsx';
import { Answer, TicketsLink } from './figure.tsx';

type Props = { insight: InsightAnswer; today: string };

/** Are we all right now: live from the board; and how old what is open has become. */
export function AnswerNow({ insight, today }: Props) {
  const { t } = useWords();
  return (
    <Answer id="now" question={t('executive.q.now')}>
      <Live filters={insight.filters} today={today} />
      <Backlog insight={insight} today={today} />
    </Answer>
  );
}

function Live({ filters, today }: { filters: InsightFilters; today: string }) {
  const { t } = useWords();
  const now = useServerNow();
  const { timeZone } = useCity();
  const { tickets, done, seq } = useSampledBoard();
  const open = useMemo(
    () => [...tickets.values()].filter((ticket) => fits(ticket, filters)),
    [tickets, filters],
  );
  if (seq === null) return <Loading />;
  const load = loadOf(open, now);
  const isWhole = Object.keys(filters).length === 0;
  const asked = { period: { from: today, to: today }, filters };
  const figures: [AskedKey, number, TicketSet][] = [
    ['executive.now.open', load.open, 'open'],
    ['executive.now.critical', load.critical, 'critical_now'],
    ['executive.now.over', load.over, 'late_now'],
  ];
  return (
    <>
      <p className="exec-verdict" role="status">
        {load.critical + load.over === 0
          ? t('executive.now.well')
          : [
              load.critical > 0 ? t('executive.now.has-critical', { count: load.critical }) : '',
              load.over > 0 ? t('executive.now.has-over', { count: load.over }) : '',
            ].join(' ')}
      </p>
      <dl className="exec-live">
        {figures.map(([text, value, set]) => (
          <LiveFigure key={text} text={text} value={value} to={ticketsPath(asked, set)} />
        ))}
        {isWhole && (
          <LiveFigure
            text="executive.now.done"
            value={countDoneToday(done.values(), now, timeZone)}
            to={ticketsPath(asked, 'resolved')}
          />
        )}
      </dl>
    </>
  );
}

function LiveFigure({ text, value, to }: { text: AskedKey; value: number; to: string }) {
  const words = useWords();
  return (
    <div>
      <dt>{words.t(text)}</dt>
      <dd>
        <TicketsLink to={to}>{tellCount(value, words)}</TicketsLink>
      </dd>
    </div>
  );
}

function fits(ticket: LiveTicket, { department, kecamatan, category, channel }: InsightFilters): boolean {
  const is = (asked: string | undefined, value: string) => asked === undefined || asked === value;
  return (
    is(department, ticket.departmentCode) &&
    is(kecamatan, ticket.location?.kecamatan ?? NO_PLACE) &&
    is(category, ticket.category) &&
    is(channel, ticket.channel)
  );
}

/** The ages in days, as they fit below a column; each column is named in full for who hears it. */
const AGES = ['< 1', '1–2', '3–6', '7–13', '14–29', '≥ 30'];

function Backlog({ insight, today }: Props) {
  const { t } = useWords();
  const { period, filters, backlog } = insight;
  const rows = backlog.current.map((count, age) => ({
    code: String(age),
    name: t(`executive.age.${age}` as AskedKey),
    short: AGES[age] ?? '',
    value: count,
    to: ticketsPath({ period, filters }, 'open', { age }),
  }));
  return (
    <div className="exec-part exec-fill">
      <h3>
        {t(period.to >= today ? 'executive.backlog' : 'executive.backlog-at')} ({t('executive.age-days')})
      </h3>
      <ColumnLinks rows={rows} />
    </div>
  );
}
