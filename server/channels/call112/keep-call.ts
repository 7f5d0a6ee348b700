import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ParsedReport } from '../../../shared/report/report.ts';
import type { Database, Transaction } from '../../database/connect.ts';
import { type ReceivedReport, storableId, toJsonb } from '../../intake/incoming.ts';
import { insertReport } from '../../intake/insert-report.ts';
import type { CallEvent } from './parse.ts';

/** A kept event. `improved`: the call was known, and this event told something new about where or who. */
export type KeptCall = { report: ReceivedReport; improved: boolean };

/**
 * Keeps a call's event in one transaction: the first makes the report, later ones add the caller's number and a
 * better place. Events may come in any order, and again.
 */
export function keepCall(
  db: Database,
  event: CallEvent,
  parsed: ParsedReport,
  raw: unknown,
): Promise<KeptCall> {
  return db.transaction().execute(async (trx) => {
    const json = toJsonb(raw);
    await sql`
      insert into call_event (call_id, state, at, raw, digest)
      values (${storableId(event.callId)}, ${event.state}, ${event.at}, ${json}::jsonb, ${digestOf(json)})
      on conflict do nothing`.execute(trx);
    const report = await insertReport(trx, parsed);
    return { report, improved: report.duplicate && (await improve(trx, report.id, parsed)) };
  });
}

/** The smaller error wins, of equals the newer event: a caller may be moving. */
async function improve(trx: Transaction, reportId: string, parsed: ParsedReport): Promise<boolean> {
  const location = parsed.location === null ? null : toJsonb(parsed.location);
  const accuracyM = parsed.location?.accuracyM ?? null;
  const reporter = parsed.reporter === null ? null : toJsonb(parsed.reporter);
  const { rows } = await sql`
    with known as (
      select id, occurred_at,
        reporter is null and ${reporter}::jsonb is not null as learns_caller,
        ${location}::jsonb is not null and location is distinct from ${location}::jsonb and
          coalesce(${accuracyM}::float8, 'infinity') <= coalesce((location ->> 'accuracyM')::float8, 'infinity')
          as learns_place
      from report where id = ${reportId} for update)
    update report set
      reporter = case when learns_caller then ${reporter}::jsonb else reporter end,
      location = case when learns_place then ${location}::jsonb else location end,
      occurred_at = least(report.occurred_at, ${parsed.occurredAt}::timestamptz),
      place_pending = state in ('received', 'processed'), place_swept_at = now()
    from known
    where report.id = known.id and (learns_caller or learns_place)
    returning report.id`.execute(trx);
  return rows.length > 0;
}

function digestOf(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}
