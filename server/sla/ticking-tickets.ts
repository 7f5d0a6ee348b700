import { sql } from 'kysely';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Database } from '../database/connect.ts';
import { stateFromRow, type TicketRow } from '../tickets/state.ts';

/** Open tickets of which a clock gives its next warning by `until` (ms since the epoch), the earliest first. */
export async function findTicking(
  db: Database,
  { until, limit, dueSoonShare }: { until: number; limit: number; dueSoonShare: number },
): Promise<TicketState[]> {
  const by = new Date(until).toISOString();
  const { rows } = await sql<TicketRow>`
    select ticket.* from ticket
    cross join lateral (
      select least(
        case when acknowledged_at is not null then null
          when acknowledge_mark is null
          then acknowledge_from + (acknowledge_by - acknowledge_from) * ${dueSoonShare}::float8
          when acknowledge_mark = 'due_soon' then acknowledge_by end,
        case when resolve_mark is null then resolve_from + (resolve_by - resolve_from) * ${dueSoonShare}::float8
          when resolve_mark = 'due_soon' then resolve_by end
      ) as at
    ) as next
    where ticket.is_open and next.at <= ${by}::timestamptz
    order by next.at limit ${limit}`.execute(db);
  return rows.map(stateFromRow);
}
