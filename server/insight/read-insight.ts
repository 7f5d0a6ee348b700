import { sql } from 'kysely';
import { type CityDay, createDayOf } from '../../shared/kpi/city-day.ts';
import { backlogOf, figuresOf, histogramsOf } from '../../shared/kpi/kpis.ts';
import {
  addSums,
  DIMENSIONS,
  type Dimension,
  MEASURES,
  noSums,
  OLDER,
  type Sums,
} from '../../shared/kpi/measures.ts';
import { type Period, periodBefore, periodOf } from '../../shared/kpi/period.ts';
import type { InsightAnswer, InsightGroup, InsightQuery } from '../../shared/wire/insight.ts';
import { filtersOf, type InsightFilters } from '../../shared/wire/insight-sets.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { dimsFor, LEVEL_DAY } from './cube.ts';

export type InsightDeps = { db: Database; timeZone: string; clock: Clock };

/** The days a query is about: 30 up to today where it says nothing. */
export function askedPeriod(query: Pick<InsightQuery, 'from' | 'to'>, today: CityDay): Period {
  const to = query.to ?? today;
  return { from: query.from ?? periodOf('month', to).from, to };
}

/** All that the executive's screen shows of a period beside the one before: from the sums alone, as of one moment. */
export async function readInsight(
  { db, timeZone, clock }: InsightDeps,
  query: InsightQuery,
): Promise<InsightAnswer> {
  const period = askedPeriod(query, createDayOf(timeZone)(clock.now()));
  const previous = periodBefore(period);
  const filters = filtersOf(query);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const position = await readPosition(trx);
      const [all = NO_GROUP] = await readGroups(trx, { period, previous, filters }, null);
      const groups = {} as InsightAnswer['groups'];
      for (const dimension of DIMENSIONS) {
        const sums = await readGroups(trx, { period, previous, filters }, dimension);
        groups[dimension] = sums.map(presentGroup).filter(isWorthShowing).sort(byNumber);
      }
      return {
        period,
        previous,
        filters,
        at: isoNow(clock),
        ...position,
        current: figuresOf(all.current),
        before: figuresOf(all.previous),
        histograms: { current: histogramsOf(all.current), before: histogramsOf(all.previous) },
        backlog: { current: backlogOf(all.current), before: backlogOf(all.previous) },
        days: await readDays(trx, period, filters),
        groups,
      };
    });
}

async function readPosition(trx: Transaction): Promise<{ seq: number; behind: number }> {
  const { rows } = await sql<{ seq: number; head: number }>`
    select coalesce((select seq from kpi_position), 0) as seq,
      coalesce((select value from counter where name = 'log'), 0) as head`.execute(trx);
  const { seq = 0, head = 0 } = rows[0] ?? {};
  return { seq, behind: Math.max(0, head - seq) };
}

type Asked = { period: Period; previous: Period; filters: InsightFilters };
type GroupSums = { code: string; current: Sums; previous: Sums };
const NO_GROUP: GroupSums = { code: '*', current: noSums(), previous: noSums() };

/** Sums of the rows that a period, the days after it, the period before and the present are made of. */
type PartRow = { code: string; part: 'level' | 'after' | 'current' | 'previous' } & Sums;

/** The sums of each value of a dimension, or of all together. */
async function readGroups(trx: Transaction, asked: Asked, by: Dimension | null): Promise<GroupSums[]> {
  const { period, previous, filters } = asked;
  const code = by === null ? sql`'*'` : sql.ref(by);
  const sums = MEASURES.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0) as ${sql.ref(name)}`);
  const { rows } = await sql<PartRow>`
    select ${code} as code, case when day = ${LEVEL_DAY}::date then 'level' when day > ${period.to}::date then 'after'
      when day >= ${period.from}::date then 'current' else 'previous' end as part, ${sql.join(sums)}
    from kpi_cube
    where ${rowsOf(filters, by)} and (day = ${LEVEL_DAY}::date or day >= ${previous.from}::date)
    group by 1, 2`.execute(trx);
  const codes = new Map<string, Partial<Record<PartRow['part'], Sums>>>();
  for (const row of rows) codes.set(row.code, { ...codes.get(row.code), [row.part]: row });
  return [...codes].map(([value, parts]) => standing(value, parts));
}

/** How many were open at the end of a period: as many as now, but for those who came and went since. */
function standing(code: string, parts: Partial<Record<PartRow['part'], Sums>>): GroupSums {
  const { level = noSums(), after = noSums(), current = noSums(), previous = noSums() } = parts;
  const since = addSums(after, current);
  return {
    code,
    current: { ...pick(current), ...stock(level, after), overdue: level.overdue },
    previous: { ...pick(previous), ...stock(level, since), overdue: level.overdue },
  };
}

function pick(sums: Sums): Sums {
  return addSums(noSums(), sums);
}

function stock(level: Sums, since: Sums): Partial<Sums> {
  const older = OLDER.map((name) => [name, level.open - since[name]] as const);
  return { ...Object.fromEntries(older), open: level.open - since.older_0 };
}

function rowsOf(filters: InsightFilters, by: Dimension | null) {
  const filtered = DIMENSIONS.filter((dimension) => filters[dimension] !== undefined);
  const dims = dimsFor([...new Set([...filtered, ...(by === null ? [] : [by])])]);
  const conditions = filtered.map((dimension) => sql`${sql.ref(dimension)} = ${filters[dimension]}`);
  return sql.join([sql`dims = ${dims}::smallint`, ...conditions], sql` and `);
}

async function readDays(trx: Transaction, { from, to }: Period, filters: InsightFilters) {
  const { rows } = await sql<InsightAnswer['days'][number]>`
    select asked.day::date::text as day, coalesce(sum(opened), 0) as opened, coalesce(sum(resolved), 0) as resolved
    from generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') as asked (day)
    left join kpi_cube on kpi_cube.day = asked.day::date and ${rowsOf(filters, null)}
    group by 1 order by 1`.execute(trx);
  return rows;
}

function presentGroup({ code, current, previous }: GroupSums): InsightGroup {
  return { code, current: figuresOf(current), previous: figuresOf(previous) };
}

/** Something of it is not nothing. */
function isWorthShowing({ current, previous }: InsightGroup): boolean {
  return [current, previous].some((figures) => Object.values(figures).some((figure) => figure));
}

/** The most tickets first. */
function byNumber(a: InsightGroup, b: InsightGroup): number {
  return (
    (b.current.opened ?? 0) - (a.current.opened ?? 0) ||
    (b.current.open ?? 0) - (a.current.open ?? 0) ||
    (a.code < b.code ? -1 : 1)
  );
}
