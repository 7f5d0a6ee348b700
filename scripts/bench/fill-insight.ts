import { sql } from 'kysely';
import type { Database } from '../../server/database/connect.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { BUCKET_EDGES_MS } from '../../shared/kpi/buckets.ts';

type Fill = { pack: CityPack; now: number; tickets: number; days: number; slice: number };

/** The buckets end with their edge, as `bucketOf` has it. */
const BUCKET = (seconds: string) =>
  sql.raw(
    `(select count(*) from unnest(array[${BUCKET_EDGES_MS.map((ms) => ms / 1000).join(
      ',',
    )}]::float8[]) as edge where edge < ${seconds})::smallint`,
  );

/**
 * Fills in so many tickets, spread evenly over the days up to now, with one entry of the log each and with their facts as
 * the figures are made of. Times are log-normal; what would end after now is still open.
 */
export async function fillTickets(db: Database, { pack, now, tickets, days, slice }: Fill): Promise<void> {
  const categories = pack.categories.map(({ code }) => code);
  const departments = pack.categories.map(({ departmentCode }) => departmentCode);
  const kecamatan = pack.kecamatan.map(({ name }) => name);
  const until = new Date(now).toISOString();
  const zone = sql.lit(pack.timeZone);
  await sql`update counter set value = ${tickets} where name = 'log'`.execute(db);
  for (let from = 0; from < tickets; from += slice) {
    const to = Math.min(tickets, from + slice);
    await sql`
      with drawn as (
        select n, 1 + floor(random() * ${categories.length})::int as kind,
          ${until}::timestamptz - interval '1 day' * ${days}::float8 * (1 - n::float8 / ${tickets}) as created_at,
          interval '1 hour' * exp(1.5 + random() + random() - random() - random()) as to_answer,
          interval '1 hour' * exp(2.7 + 1.5 * (random() + random() - random())) as to_solve
        from generate_series(${from + 1}::int, ${to}::int) as n
      ),
      timed as (
        select *, created_at + interval '1 day' as acknowledge_by, created_at + interval '7 days' as resolve_by,
          case when created_at + to_answer < ${until} then created_at + to_answer end as acknowledged_at,
          case when created_at + to_answer + to_solve < ${until} then created_at + to_answer + to_solve end as resolved_at
        from drawn
      )
      insert into ticket (number, version, status, priority, category, department_code, facts, lat, lng, accuracy_m,
        kelurahan, kecamatan, location_source, channel, report_count, created_at, acknowledge_from, acknowledge_by,
        resolve_from, resolve_by, acknowledged_at, resolved_at, acknowledge_mark, resolve_mark, last_seq)
      select 'BENCH-' || n, 1,
        case when resolved_at is not null then 'closed' when acknowledged_at is not null then 'in_progress' else 'routed' end,
        'normal', (${categories}::text[])[kind], (${departments}::text[])[kind], '{}', ${pack.centre.lat}, ${pack.centre.lng},
        25, null, (${kecamatan}::text[])[1 + floor(random() * ${kecamatan.length})::int], 'pin',
        (array['laksa', 'whatsapp', '112', 'operator'])[1 + floor(random() * 4)::int], 1, created_at, created_at,
        acknowledge_by, created_at, resolve_by, acknowledged_at, resolved_at,
        case when coalesce(acknowledged_at, ${until}) > acknowledge_by then 'breached' end,
        case when coalesce(resolved_at, ${until}) > resolve_by then 'breached' end, n
      from timed`.execute(db);
    const slicing = sql`last_seq > ${from} and last_seq <= ${to}`;
    await sql`
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, departments)
      select last_seq, id, 1, 'ticket.opened', created_at, '{}', '{}', array[department_code]
      from ticket where ${slicing}`.execute(db);
    const day = (column: string) => sql`(${sql.ref(column)} at time zone ${zone})::date`;
    await sql`
      insert into kpi_ticket (ticket_id, department, kecamatan, category, channel, opened_on, resolved_on, solve_bucket,
        answered_on, answer_bucket, resolve_kept_on, resolve_breached_on, answer_kept_on, answer_breached_on,
        declared_on, reopened_on, entered_on, left_on, is_open, is_overdue, folded)
      select id, department_code, kecamatan, category, channel, ${day('created_at')}, ${day('resolved_at')},
        case when resolved_at is not null then ${BUCKET('extract(epoch from resolved_at - created_at)')} end,
        ${day('acknowledged_at')},
        case when acknowledged_at is not null then ${BUCKET('extract(epoch from acknowledged_at - created_at)')} end,
        case when resolve_mark is null then ${day('resolved_at')} end,
        case when resolve_mark is not null then ${day('resolve_by')} end,
        case when acknowledge_mark is null then ${day('acknowledged_at')} end,
        case when acknowledge_mark is not null then ${day('acknowledge_by')} end,
        array_remove(array[${day('resolved_at')}], null), '{}', array[${day('created_at')}],
        array[${day('resolved_at')}], is_open, is_open and resolve_mark is not null, '{}'
      from ticket where ${slicing}`.execute(db);
  }
}
