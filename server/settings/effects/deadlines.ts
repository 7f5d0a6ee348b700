import type { Category } from '../../../shared/city/city-pack.ts';
import { deadlinesOf, dueSlaEvents } from '../../../shared/ticket/sla.ts';
import type { TicketState } from '../../../shared/ticket/ticket.ts';
import type { SettingEffects } from '../../../shared/wire/settings.ts';
import type { Database } from '../../database/connect.ts';
import { stateFromRow } from '../../tickets/state.ts';

const DAY_MS = 24 * 3600_000;
const LOOKED_BACK_MS = 30 * DAY_MS;

type Retimed = { before: Category; after: Category };

/** Tickets of these categories of the last 30 days: how many missed a deadline by the present, and by the new targets. */
export async function compareDeadlines(
  db: Database,
  retimed: readonly Retimed[],
  now: number,
): Promise<SettingEffects['deadlines']> {
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where(
      'category',
      'in',
      retimed.map(({ after }) => after.code),
    )
    .where('created_at', '>=', new Date(now - LOOKED_BACK_MS))
    .where('status', '<>', 'merged')
    .execute();
  const byCode = new Map(retimed.map((pair) => [pair.after.code, pair]));
  let breachedBefore = 0;
  let breachedAfter = 0;
  for (const row of rows) {
    const ticket = stateFromRow(row);
    const pair = byCode.get(ticket.category);
    if (!pair) continue;
    if (isBreached(ticket, pair.before, now)) breachedBefore += 1;
    if (isBreached(ticket, pair.after, now)) breachedAfter += 1;
  }
  return { tickets: rows.length, breachedBefore, breachedAfter };
}

/** By these targets, did either clock run out before it was stopped, or has it by now? */
function isBreached(ticket: TicketState, category: Category, now: number): boolean {
  const { acknowledgeBy } = deadlinesOf(ticket.acknowledgeFrom, category, ticket.priority);
  const { resolveBy } = deadlinesOf(ticket.resolveFrom, category, ticket.priority);
  const end = ticket.resolvedAt ?? ticket.closedAt;
  const acknowledged = ticket.acknowledgedAt ?? end;
  const stopped = (at: string | null) => (at === null ? now : Date.parse(at));
  return stopped(acknowledged) > Date.parse(acknowledgeBy) || stopped(end) > Date.parse(resolveBy);
}

/** Open tickets of which a clock is past its warning, by either share. */
export async function countDueSoon(
  db: Database,
  shareNow: number,
  shareThen: number,
  now: number,
): Promise<SettingEffects['dueSoon']> {
  const rows = await db.selectFrom('ticket').selectAll().where('is_open', '=', true).execute();
  const unmarked = rows.map((row) => ({ ...stateFromRow(row), sla: { acknowledge: null, resolve: null } }));
  const count = (share: number) =>
    unmarked.filter((ticket) => dueSlaEvents(ticket, now, share).length > 0).length;
  return { tickets: rows.length, before: count(shareNow), after: count(shareThen) };
}
