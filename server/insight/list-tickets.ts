import { type RawBuilder, sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { addDays, createDayOf } from '../../shared/kpi/city-day.ts';
import { AGE_DAYS, DIMENSIONS } from '../../shared/kpi/measures.ts';
import type { Period } from '../../shared/kpi/period.ts';
import type { InsightTicketsAnswer, InsightTicketsQuery } from '../../shared/wire/insight.ts';
import type { TicketSet } from '../../shared/wire/insight-sets.ts';
import type { Database } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import { stateFromRow, type TicketRow } from '../tickets/state.ts';
import { askedPeriod } from './read-insight.ts';

const PAGE = 50;

type ListDeps = { db: Database; pack: CityPack; clock: Clock };

/** The tickets behind a figure, from the same facts that it is the sum of; newest first, a page at a time. */
export async function listInsightTickets(
  { db, pack, clock }: ListDeps,
  query: InsightTicketsQuery,
): Promise<InsightTicketsAnswer> {
  const today = createDayOf(pack.timeZone)(clock.now());
  const period = askedPeriod(query, today);
  const conditions = [
    setCondition(query, period, today, isoNow(clock)),
    ...DIMENSIONS.filter((dimension) => query[dimension] !== undefined).map(
      (dimension) => sql`facts.${sql.ref(dimension)} = ${query[dimension]}`,
    ),
  ];
  const { rows } = await sql<TicketRow & { found: number }>`
    select ticket.*, count(*) over () as found
    from kpi_ticket as facts join ticket on ticket.id = facts.ticket_id
    where ${sql.join(conditions, sql` and `)}
    order by ticket.created_at desc, ticket.id desc
    limit ${PAGE} offset ${query.after}`.execute(db);
  return {
    total: rows[0]?.found ?? 0,
    tickets: rows.map((row) => presentLiveTicket(stateFromRow(row), pack)),
  };
}

/** On which day a ticket belongs to a set, for those that one day decides. */
const DAY_OF: Partial<Record<TicketSet, string>> = {
  opened: 'opened_on',
  resolved: 'resolved_on',
  answered: 'answered_on',
  resolve_kept: 'resolve_kept_on',
  resolve_breached: 'resolve_breached_on',
  answer_kept: 'answer_kept_on',
  answer_breached: 'answer_breached_on',
};

function setCondition(
  query: InsightTicketsQuery,
  period: Period,
  today: string,
  now: string,
): RawBuilder<unknown> {
  const { set, bucket } = query;
  const { from, to } = period;
  if (set === 'critical_now') return sql`facts.is_open and ticket.priority = 'critical'`;
  if (set === 'late_now')
    return sql`facts.is_open and ${now}::timestamptz >=
      case when ticket.acknowledged_at is null then ticket.acknowledge_by else ticket.resolve_by end`;
  if (set === 'overdue') return sql`facts.is_overdue`;
  if (set === 'open') return openAt(to < today ? to : null, query.age, to);
  if (set === 'declared' || set === 'reopened') {
    return sql`exists (select from unnest(facts.${sql.ref(`${set}_on`)}) as day
      where day between ${from}::date and ${to}::date)`;
  }
  const within = sql`facts.${sql.ref(DAY_OF[set] ?? 'opened_on')} between ${from}::date and ${to}::date`;
  if (bucket === undefined) return within;
  const bucketColumn = set === 'answered' ? 'answer_bucket' : 'solve_bucket';
  return sql`${within} and facts.${sql.ref(bucketColumn)} = ${bucket}`;
}

/** Open at the end of a day, or now; of a class of age on that day. */
function openAt(day: string | null, age: number | undefined, on: string): RawBuilder<unknown> {
  const isOpen =
    day === null
      ? sql`facts.is_open`
      : sql`exists (select from unnest(facts.entered_on, facts.left_on) as stay (since, until)
          where since <= ${day}::date and (until is null or until > ${day}::date))`;
  if (age === undefined) return isOpen;
  const least = AGE_DAYS[age] ?? 0;
  const less = AGE_DAYS[age + 1];
  const oldest = less === undefined ? sql`true` : sql`facts.opened_on > ${addDays(on, -less)}::date`;
  return sql`${isOpen} and facts.opened_on <= ${addDays(on, -least)}::date and ${oldest}`;
}
