import { sql } from 'kysely';
import type { Database } from '../../server/database/connect.ts';
import { loadCityPack } from '../../shared/city/packs.ts';

/**
 * Opens so many tickets all over the city in one transaction, each with its entry in the log: one in a hundred
 * critical (acknowledged, so that they do not pulse), one in ten high, one in five low.
 */
export async function fillCity(db: Database, count: number): Promise<void> {
  const { categories, bounds } = loadCityPack('tangerang');
  const { south, west, north, east } = bounds;
  await sql`
    with head as (update counter set value = value + ${count} where name = 'log' returning value - ${count} as base),
    made as (
      insert into ticket (number, version, status, priority, category, department_code, facts, lat, lng, accuracy_m,
        kelurahan, kecamatan, location_source, channel, report_count, created_at, acknowledge_from, acknowledge_by,
        resolve_from, resolve_by, acknowledged_at, last_seq)
      select 'CITY-' || lpad((base + n)::text, 8, '0'), 1, 'acknowledged',
        case when n % 100 = 0 then 'critical' when n % 10 = 1 then 'high' when n % 5 = 2 then 'low' else 'normal' end,
        (${categories.map(({ code }) => code)}::text[])[1 + n % ${categories.length}::int],
        (${categories.map(({ departmentCode }) => departmentCode)}::text[])[1 + n % ${categories.length}::int], '{}',
        ${south}::float8 + (${north}::float8 - ${south}::float8) * (0.15 + 0.7 * random()),
        ${west}::float8 + (${east}::float8 - ${west}::float8) * (0.15 + 0.7 * random()),
        25, null, null, 'pin', (array['112', 'whatsapp', 'laksa'])[1 + n % 3], 1, now(), now(), now() + interval '1 hour',
        now(), now() + interval '7 days', now(), base + n
      from generate_series(1, ${count}::int) n, head
      returning id, department_code, last_seq
    ),
    entries as (
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, departments)
      select last_seq, id, 1, 'ticket.opened', now(), '{}', '{}', array[department_code] from made
    )
    select pg_notify('ticket_log', '')`.execute(db);
}

/** So many changes, of which two in five each open a ticket and resolve one, and one changes a priority. */
export async function changeCity(db: Database, count: number): Promise<void> {
  const moved = Math.round((count * 2) / 5);
  await fillCity(db, moved);
  await changeSome(db, moved, 'ticket.resolved', sql`status = 'resolved', resolved_at = now()`);
  const rest = count - 2 * moved;
  if (rest > 0)
    await changeSome(
      db,
      rest,
      'ticket.reprioritised',
      sql`priority = case priority when 'normal' then 'high' else 'normal' end`,
    );
}

/** Changes as many of the open tickets, the oldest first. */
async function changeSome(db: Database, count: number, type: string, change: ReturnType<typeof sql>) {
  await sql`
    with head as (update counter set value = value + ${count} where name = 'log' returning value - ${count} as base),
    chosen as (
      select id, row_number() over () as n from (select id from ticket where is_open order by id limit ${count}::int) oldest
    ),
    changed as (
      update ticket set version = version + 1, last_seq = head.base + chosen.n, ${change}
      from chosen, head where ticket.id = chosen.id
      returning ticket.id, ticket.version, ticket.department_code, ticket.last_seq
    ),
    entries as (
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, departments)
      select last_seq, id, version, ${type}, now(), '{}', '{}', array[department_code] from changed
    )
    select pg_notify('ticket_log', '')`.execute(db);
}
