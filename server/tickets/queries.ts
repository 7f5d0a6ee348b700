import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { CHANNELS } from '../../shared/report/channel.ts';
import { PRIORITIES, STATUSES } from '../../shared/ticket/ticket.ts';
import type { TicketsAnswer, TicketsQuery } from '../../shared/wire/api.ts';
import type { Database } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { isPlausibleTime } from '../platform/plausible-time.ts';
import { presentLiveTicket } from './present.ts';
import { stateFromRow } from './state.ts';

/**
 * A page of tickets, newest first, filtered by comma lists. `departmentCode`, when given, limits it
 * to one OPD whatever the query says. Throws invalid for unknown values and broken cursors.
 */
export async function listTickets(
  db: Database,
  pack: CityPack,
  query: TicketsQuery,
  departmentCode: string | null,
): Promise<TicketsAnswer> {
  let select = db.selectFrom('ticket').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  if (query.status === 'open') select = select.where('is_open', '=', true);
  else if (query.status) select = select.where('status', 'in', listOf('status', query.status, STATUSES));
  if (query.priority) select = select.where('priority', 'in', listOf('priority', query.priority, PRIORITIES));
  if (query.channel) select = select.where('channel', 'in', listOf('channel', query.channel, CHANNELS));
  if (query.category) select = select.where('category', 'in', query.category.split(','));
  if (query.departmentCode) select = select.where('department_code', 'in', query.departmentCode.split(','));
  if (departmentCode !== null) select = select.where('department_code', '=', departmentCode);
  if (query.number) select = select.where('number', '=', query.number);
  if (query.cursor) {
    const { at, id } = parseCursor(query.cursor);
    select = select.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await select.limit(query.limit + 1).execute();
  const page = rows.slice(0, query.limit).map(stateFromRow);
  const last = page.at(-1);
  return {
    tickets: page.map((state) => presentLiveTicket(state, pack)),
    nextCursor: rows.length > query.limit && last ? formatCursor(last.createdAt, last.id) : null,
  };
}

function listOf<Value extends string>(field: string, list: string, known: readonly Value[]): Value[] {
  return list.split(',').map((value) => {
    const found = known.find((candidate) => candidate === value);
    if (found === undefined) throw unreadable(field, `no such ${field}: ${value}`);
    return found;
  });
}

/** A place in the list: the last ticket's creation and id. */
function formatCursor(at: string, id: string): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function parseCursor(cursor: string): { at: string; id: string } {
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined || !isPlausibleTime(Date.parse(at)))
    throw unreadable('cursor', 'not a cursor of ours');
  return { at, id };
}

function unreadable(field: string, message: string): AppError {
  return new AppError('invalid', { detail: `${field}: ${message}`, errors: [{ field, message }] });
}
