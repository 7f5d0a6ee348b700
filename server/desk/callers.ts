import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import { normalisePhone } from '../../shared/report/phone.ts';
import type { Reporter } from '../../shared/report/report.ts';
import type { Status } from '../../shared/ticket/ticket.ts';
import type { CallerReport } from '../../shared/wire/entry.ts';
import type { Database } from '../database/connect.ts';

const TOLD_AT_MOST = 10;

/** The latest reports by a number however it is written, newest first, each with the ticket it went to. */
export async function listByCaller(db: Database, pack: CityPack, phone: string): Promise<CallerReport[]> {
  const number = normalisePhone(phone, pack.callingCode);
  const rows = await db
    .selectFrom('report')
    .leftJoin('ticket', 'ticket.id', 'report.ticket_id')
    .select(['report.id', 'report.channel', 'report.text', 'report.occurred_at', 'report.reporter'])
    .select(['ticket.id as ticket_id', 'ticket.number', 'ticket.category', 'ticket.status'])
    .where('report.reporter', 'is not', null)
    .where(sql<boolean>`report.reporter ->> 'phone' = ${number}`)
    .orderBy('report.occurred_at', 'desc')
    .limit(TOLD_AT_MOST)
    .execute();
  return rows.map((row) => ({
    reportId: row.id,
    channel: row.channel as Channel,
    at: row.occurred_at.toISOString(),
    text: row.text,
    name: (row.reporter as Reporter | null)?.name ?? null,
    ticket:
      row.ticket_id === null || row.number === null || row.category === null || row.status === null
        ? null
        : { id: row.ticket_id, number: row.number, category: row.category, status: row.status as Status },
  }));
}
