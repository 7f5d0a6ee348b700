import { sql } from 'kysely';
import { startOfDay } from '../../shared/ticket/done.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { NIGHTLY, readStanding } from './version-rows.ts';

const HOUR_MS = 60 * 60_000;
/** Twenty past two in the city: few report, and the figures are counted later. */
const AFTER_MIDNIGHT_MS = 2 * HOUR_MS + 20 * 60_000;

/**
 * Asks for the night's training when it is due: learning is on, none was asked for since last night's hour, and people
 * have decided about tickets since the last one. A server that was down at that hour makes it up.
 */
export async function askNightly(db: Database, clock: Clock, timeZone: string): Promise<boolean> {
  if (!(await readStanding(db)).on) return false;
  const last = await db
    .selectFrom('learnt_version')
    .select(['asked_at', 'state'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const hour = lastHour(clock.now(), timeZone);
  if (last && (last.asked_at.getTime() >= hour || ['waiting', 'training'].includes(last.state))) return false;
  if (!(await hasDecisions(db, last?.asked_at ?? new Date(0), new Date(hour)))) return false;
  await db
    .insertInto('learnt_version')
    .values({ asked_at: new Date(clock.now()), asked_by: NIGHTLY, state: 'waiting' })
    .execute();
  return true;
}

/** The latest such hour in the city that is over, ms since the epoch. */
function lastHour(now: number, timeZone: string): number {
  const today = startOfDay(now, timeZone) + AFTER_MIDNIGHT_MS;
  return today <= now ? today : today - 24 * HOUR_MS;
}

async function hasDecisions(db: Database, after: Date, before: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ticket_log where at > ${after} and at < ${before} and actor ->> 'kind' <> 'system'
      and actor ->> 'kind' = 'user' and type in ('ticket.verified', 'ticket.routed', 'ticket.rejected')
    union all select 1 from audit_event where at > ${after} and at < ${before} and kind = 'report.restored'
    limit 1`.execute(db);
  return rows.length > 0;
}
