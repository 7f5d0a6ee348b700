import { sql } from 'kysely';
import type { Database } from '../../server/database/connect.ts';
import { loadCityPack } from '../../shared/city/packs.ts';

/**
 * Opens so many tickets in one transaction, each with its entry in the log, as believable in size as real
 * ones; the nth of the database is called `numberOf(n)`.
 */
export async function fillLog(db: Database, count: number): Promise<void> {
  const pack = loadCityPack('tangerang');
  const categories = pack.categories.map(({ code }) => code);
  const departments = pack.categories.map(({ departmentCode }) => departmentCode);
  await sql`
    with head as (update counter set value = value + ${count} where name = 'log' returning value - ${count} as base),
    made as (
      insert into ticket (number, version, status, priority, category, department_code, facts, lat, lng, accuracy_m,
        kelurahan, kecamatan, location_source, channel, report_count, created_at, acknowledge_from, acknowledge_by,
        resolve_from, resolve_by, last_seq)
      select 'BENCH-2026-' || lpad((base + n)::text, 6, '0'), 1, 'new', 'normal', (${categories}::text[])[1 + n % ${categories.length}::int],
        (${departments}::text[])[1 + n % ${categories.length}::int], '{"depthCm": 40}', ${pack.centre.lat}::float8 + n * 1e-5,
        ${pack.centre.lng}::float8 + n * 1e-5, 25, 'Karang Tengah', 'Karang Tengah', 'pin', 'whatsapp', 1, now(), now(),
        now() + interval '1 hour', now(), now() + interval '7 days', base + n
      from generate_series(1, ${count}::int) n, head
      returning id, department_code, last_seq
    ),
    entries as (
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, departments)
      select last_seq, id, 1, 'ticket.opened', now(), '{}', '{}', array[department_code] from made
    )
    select pg_notify('ticket_log', '')`.execute(db);
}

/** What the nth ticket is called. */
export function numberOf(n: number): string {
  return `BENCH-2026-${String(n).padStart(6, '0')}`;
}
