import { type RawBuilder, sql } from 'kysely';
import {
  AGE_DAYS,
  ANSWER,
  DIMENSIONS,
  type Dimension,
  MEASURES,
  type Measure,
  OLDER,
  SOLVE,
} from '../../shared/kpi/measures.ts';
import type { Database } from '../database/connect.ts';

/** Where sums of the present stand: how many are open now. No ticket is so old. */
export const LEVEL_DAY = '1900-01-01';

/** The bits of the dimensions that a row tells apart. */
export const BIT: Record<Dimension, number> = { department: 8, kecamatan: 4, category: 2, channel: 1 };

/** What is kept: the whole city, by each dimension, by each two of them, by all. */
export const GROUPINGS: readonly (readonly Dimension[])[] = [
  [],
  ...DIMENSIONS.map((one) => [one]),
  ...DIMENSIONS.flatMap((one, n) => DIMENSIONS.slice(n + 1).map((other) => [one, other])),
  [...DIMENSIONS],
];

/** The rows that tell these dimensions apart, and as little else as is kept. */
export function dimsFor(wanted: readonly Dimension[]): number {
  const bits = wanted.reduce((sum, dimension) => sum | BIT[dimension], 0);
  const isKept = wanted.length <= 2;
  return isKept ? bits : DIMENSIONS.reduce((sum, dimension) => sum | BIT[dimension], 0);
}

const column = (name: string) => sql.ref(name);
const columns = (names: readonly string[]) => sql.join(names.map(column));
const number = (measure: Measure) => sql.lit(MEASURES.indexOf(measure));

/** What a ticket's facts add to which measure on which day. A day of null is of nothing. */
const PARTS = sql`(
  select day, measure, amount from (values
    (facts.opened_on, ${number('opened')}, 1),
    (facts.resolved_on, ${number('resolved')}, 1),
    (facts.resolved_on, ${number(SOLVE[0] ?? 'open')} + facts.solve_bucket, 1),
    (facts.answered_on, ${number(ANSWER[0] ?? 'open')} + facts.answer_bucket, 1),
    (facts.resolve_kept_on, ${number('resolve_kept')}, 1),
    (facts.resolve_breached_on, ${number('resolve_breached')}, 1),
    (facts.answer_kept_on, ${number('answer_kept')}, 1),
    (facts.answer_breached_on, ${number('answer_breached')}, 1),
    (case when facts.is_open then ${sql.lit(LEVEL_DAY)}::date end, ${number('open')}, 1),
    (case when facts.is_overdue then ${sql.lit(LEVEL_DAY)}::date end, ${number('overdue')}, 1)
  ) as single (day, measure, amount) where day is not null
  union all select day, ${number('declared')}, 1 from unnest(facts.declared_on) as day
  union all select day, ${number('reopened')}, 1 from unnest(facts.reopened_on) as day
  union all
  select moved.day, age.measure, moved.amount
  from unnest(facts.entered_on, facts.left_on) as stay (since, until)
  cross join (values ${sql.join(OLDER.map((name, n) => sql`(${sql.lit(AGE_DAYS[n] ?? 0)}, ${number(name)})`))})
    as age (days, measure)
  cross join lateral (values
    (greatest(stay.since, facts.opened_on + age.days), 1), (stay.until, -1)) as moved (day, amount)
  where moved.day is not null and facts.opened_on is not null
    and (stay.until is null or stay.until > greatest(stay.since, facts.opened_on + age.days))
)`;

/**
 * Adds facts to the sums of a cube. `signed` selects `sign` (1 to add, -1 to take back) and the columns of
 * kpi_ticket: the one way from facts to sums, for a few tickets as for all of them.
 */
export async function addToCube(db: Database, signed: RawBuilder<unknown>, cube = 'kpi_cube'): Promise<void> {
  const perMeasure = MEASURES.map(
    (name, n) =>
      sql`sum(facts.sign * part.amount) filter (where part.measure = ${sql.lit(n)}) as ${column(name)}`,
  );
  const sums = MEASURES.map((name) => sql`nullif(sum(${column(name)}), 0)::int as ${column(name)}`);
  const wildcards = DIMENSIONS.map((name) => sql`coalesce(${column(name)}, '*') as ${column(name)}`);
  const added = MEASURES.map(
    (name) =>
      sql`${column(name)} = nullif(coalesce(kept.${column(name)}, 0) + coalesce(excluded.${column(name)}, 0), 0)`,
  );
  const groupings = GROUPINGS.map((dimensions) => sql`(${columns(['day', ...dimensions])})`);
  await sql`
    with facts as (${signed}),
    fine as materialized (
      select part.day, ${columns(DIMENSIONS)}, ${sql.join(perMeasure)}
      from facts cross join lateral ${PARTS} as part
      group by part.day, ${columns(DIMENSIONS)}
    ),
    changed as (
      select 15 - grouping(${columns(DIMENSIONS)}) as dims, day, ${sql.join(wildcards)}, ${sql.join(sums)}
      from fine group by grouping sets (${sql.join(groupings)})
    )
    insert into ${sql.table(cube)} as kept (dims, day, ${columns(DIMENSIONS)}, ${columns(MEASURES)})
    select * from changed where num_nonnulls(${columns(MEASURES)}) > 0
    on conflict (dims, day, ${columns(DIMENSIONS)}) do update set ${sql.join(added)}`.execute(db);
}
