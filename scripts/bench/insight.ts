import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { addToCube } from '../../server/insight/cube.ts';
import { basisOf } from '../../server/insight/follow-log.ts';
import { readInsight } from '../../server/insight/read-insight.ts';
import { createTestClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { BUCKET_EDGES_MS } from '../../shared/kpi/buckets.ts';
import type { BenchEnvironment } from './environment.ts';
import { fillTickets } from './fill-insight.ts';
import { atMost, type BenchRow, median } from './row.ts';

const TICKETS = 1_000_000;
/** So many come in on a day. */
const DAYS = 400;
const SLICE = 25_000;
const DAYS_AT_ONCE = 10;
const ROUNDS = 5;
const SHARE = 1 / 50;

/** All queries of the executive's page for its usual 30 days, beside the same figures from the ticket table. */
export async function measureInsight(environment: BenchEnvironment): Promise<BenchRow[]> {
  const log = createLog('error');
  const pack = loadCityPack('tangerang');
  const { timeZone } = pack;
  const { db, pool, close } = connectDatabase(await environment.migratedDatabase(), { log, max: 2 });
  // Filling takes its time, and so may what is measured against.
  Object.assign(pool.options, { statement_timeout: 0, query_timeout: 0 });
  try {
    const now = Date.parse('2026-11-20T10:00:00Z');
    await fillTickets(db, { pack, now, tickets: TICKETS, days: DAYS, slice: SLICE });
    await addAllToCube(db);
    await sql`insert into kpi_position (seq, basis) values (${TICKETS}, ${basisOf(timeZone)})`.execute(db);
    for (const table of ['ticket', 'kpi_cube', 'kpi_ticket'])
      await sql`analyze ${sql.table(table)}`.execute(db);

    const deps = { db, timeZone, clock: createTestClock(now) };
    const page = await readInsight(deps, {});
    const direct = await readDirectly(db, page.period.from, page.previous.from, timeZone);
    for (const name of ['opened', 'resolved', 'breached'] as const)
      assert.equal(
        page.current[name],
        direct[name],
        `${name} from the roll-ups is another than from the tickets`,
      );
    assert.ok(page.current.opened, 'there is something to count');

    const values: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      values.push(await timed(() => readInsight(deps, {})));
      floors.push(await timed(() => readDirectly(db, page.period.from, page.previous.from, timeZone)));
    }
    return [
      atMost(SHARE, {
        name: "the executive's page from roll-ups, beside counting the tickets",
        unit: 'ms',
        value: median(values),
        floor: median(floors),
        note: `${TICKETS} tickets in ${DAYS} days, 30 days beside the 30 before, all figures and groups, median of ${ROUNDS} rounds`,
      }),
    ];
  } finally {
    await close();
  }
}

/** A stretch of days after the other, by the statement that also adds a single ticket. */
async function addAllToCube(db: Database): Promise<void> {
  const { rows } = await sql<{ day: string }>`
    select distinct opened_on::text as day from kpi_ticket order by 1`.execute(db);
  for (let n = 0; n < rows.length; n += DAYS_AT_ONCE) {
    const [first, last] = [rows[n]?.day, rows[Math.min(rows.length, n + DAYS_AT_ONCE) - 1]?.day];
    await addToCube(
      db,
      sql`select 1 as sign, * from kpi_ticket where opened_on between ${first}::date and ${last}::date`,
    );
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

type Direct = { opened: number; resolved: number; breached: number };

/**
 * What the page needs, from the ticket table alone: figures of both periods for all, by department, kecamatan, category
 * and channel, the distributions, the backlog by age. One pass over the table for each, as much in each as goes in.
 */
async function readDirectly(db: Database, from: string, before: string, timeZone: string): Promise<Direct> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${sql.lit(timeZone)})::date`;
  const part = (column: string) =>
    sql`case when ${day(column)} >= ${from}::date then 'current' else 'previous' end`;
  const groups = sql`grouping sets ((part), (part, department_code), (part, kecamatan), (part, category), (part, channel))`;
  const edges = sql.join(BUCKET_EDGES_MS.map((ms) => sql.lit(ms / 1000)));
  const bucket = (to: string, since: string) => sql`width_bucket(
    extract(epoch from ${sql.ref(to)} - ${sql.ref(since)})::float8, array[${edges}]::float8[])`;
  const done = sql`status in ('resolved', 'closed') and resolved_at is not null`;
  const count = async (column: string, condition: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ part: string; n: number; all: boolean }>`
      select part, count(*) as n, grouping(department_code, kecamatan, category, channel) = 15 as all
      from (select ${part(column)} as part, department_code, kecamatan, category, channel from ticket
        where status <> 'merged' and ${condition} and ${day(column)} >= ${before}::date) as counted
      group by ${groups}`.execute(db);
    return rows.find((row) => row.all && row.part === 'current')?.n ?? 0;
  };
  const lengths = (column: string, since: string, condition: ReturnType<typeof sql>) =>
    sql`
    select part, bucket, department_code, kecamatan, category, channel, count(*)
    from (select ${part(column)} as part, ${bucket(column, since)} as bucket, department_code, kecamatan, category,
      channel from ticket where ${condition} and ${day(column)} >= ${before}::date) as counted
    group by grouping sets ((part, bucket), (part, bucket, department_code), (part, bucket, kecamatan),
      (part, bucket, category), (part, bucket, channel))`.execute(db);

  const opened = await count('created_at', sql`true`);
  const resolved = await count('resolved_at', done);
  await count('resolved_at', sql`${done} and resolved_at <= resolve_by`);
  const breached = await count(
    'resolve_by',
    sql`status <> 'rejected' and (resolve_mark = 'breached' or (${done} and resolved_at > resolve_by))`,
  );
  await count('acknowledged_at', sql`acknowledged_at <= acknowledge_by`);
  await count('acknowledge_by', sql`acknowledge_mark = 'breached' or acknowledged_at > acknowledge_by`);
  await lengths('acknowledged_at', 'acknowledge_from', sql`acknowledged_at is not null`);
  await lengths('resolved_at', 'created_at', done);
  await sql`
    select department_code, kecamatan, category, channel, count(*), count(*) filter (where resolve_mark = 'breached')
    from ticket where is_open
    group by grouping sets ((), (department_code), (kecamatan), (category), (channel))`.execute(db);
  await sql`select ${day('created_at')}, count(*) from ticket where is_open group by 1`.execute(db);
  await sql`
    select ${day('created_at')}, count(*) from ticket
    where ${day('created_at')} >= ${before}::date group by 1`.execute(db);
  return { opened, resolved, breached };
}
