import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import { normalisePhone } from '../../shared/report/phone.ts';
import type { Status } from '../../shared/ticket/ticket.ts';
import type { CallerReport } from '../../shared/wire/entry.ts';
import type { PersonAlias, PersonView } from '../../shared/wire/people.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';

const TOLD_AT_MOST = 10;

/** The latest reports by a number however it is written, and by the same person under other names; newest first. */
export async function listByCaller(db: Database, pack: CityPack, phone: string): Promise<CallerReport[]> {
  const number = normalisePhone(phone, pack.callingCode);
  const { rows } = await sql<{ person_id: string }>`
    select person_id from person_alias where kind = 'phone' and value = ${number}`.execute(db);
  const [known] = rows;
  return listReports(db, known?.person_id ?? null, number);
}

/** Who sent a report: their names and their other reports. Throws not-found for a report there is not. */
export async function readPerson(db: Database, reportId: string): Promise<PersonView> {
  const { rows } = await sql<{ person_id: string | null }>`
    select person_of(channel, reporter) as person_id from report where id = ${reportId}::uuid`.execute(db);
  const [report] = rows;
  if (!report) throw new AppError('not-found', { detail: `report ${reportId}` });
  const id = report.person_id;
  if (id === null) return { id, aliases: [], reports: [] };
  const aliases = await db
    .selectFrom('person_alias')
    .select(['id', 'kind', 'channel', 'value', 'since', 'apart'])
    .where('person_id', '=', id)
    .orderBy('since')
    .orderBy('id')
    .execute();
  return {
    id,
    aliases: aliases.map(({ kind, since, ...alias }) => ({
      ...alias,
      kind: kind as PersonAlias['kind'],
      since: since.toISOString(),
    })),
    reports: await listReports(db, id, null),
  };
}

/**
 * Takes a name off a person it does not belong to: it is somebody of its own from now on, and no message makes them
 * one again. Throws not-found; impossible for a person's only name.
 */
export async function takeOffAlias(trx: Transaction, aliasId: string): Promise<{ personId: string }> {
  const { rows } = await sql<{ person_id: string; names: number }>`
    select person_id, (select count(*)::int from person_alias as other where other.person_id = alias.person_id) as names
    from person_alias as alias where id = ${aliasId}::uuid for update`.execute(trx);
  const [alias] = rows;
  if (!alias) throw new AppError('not-found', { detail: `alias ${aliasId}` });
  if (alias.names < 2) throw new AppError('impossible', { detail: 'a person keeps their only name' });
  await sql`
    with own as (insert into person default values returning id)
    update person_alias set person_id = own.id, apart = true from own
    where person_alias.id = ${aliasId}::uuid`.execute(trx);
  return { personId: alias.person_id };
}

type Row = {
  id: string;
  channel: string;
  text: string;
  occurred_at: Date;
  name: string | null;
  ticket_id: string | null;
  number: string | null;
  category: string | null;
  status: string | null;
  lat: number | null;
  lng: number | null;
};

/** By any of the person's names, and by the number where it is nobody's yet. A report goes by its account first. */
async function listReports(
  db: Database,
  personId: string | null,
  number: string | null,
): Promise<CallerReport[]> {
  const { rows } = await sql<Row>`
    select said.id, said.channel, said.text, said.occurred_at, said.reporter ->> 'name' as name,
      ticket.id as ticket_id, ticket.number, ticket.category, ticket.status, ticket.lat, ticket.lng
    from (
      select report.* from person_alias as alias join report on report.reporter ->> 'accountId' = alias.value
        and report.reporter ->> 'accountId' is not null and report.ticket_id is not null
        and report.channel = alias.channel
      where alias.person_id = ${personId}::uuid and alias.kind = 'account'
      union
      select report.* from person_alias as alias
        join report on report.reporter ->> 'phone' = alias.value and report.reporter is not null
      where alias.person_id = ${personId}::uuid and alias.kind = 'phone'
        and person_of(report.channel, report.reporter) = ${personId}::uuid
      union
      select report.* from report
      where ${personId}::uuid is null and report.reporter ->> 'phone' = ${number} and report.reporter is not null
    ) as said
    left join ticket on ticket.id = said.ticket_id
    order by said.occurred_at desc limit ${TOLD_AT_MOST}`.execute(db);
  return rows.map((row) => ({
    reportId: row.id,
    channel: row.channel as Channel,
    at: row.occurred_at.toISOString(),
    text: row.text,
    name: row.name,
    ticket: presentTicket(row),
  }));
}

function presentTicket({ ticket_id, number, category, status, lat, lng }: Row): CallerReport['ticket'] {
  if (ticket_id === null || number === null || category === null || status === null) return null;
  const location = lat === null || lng === null ? null : { lat, lng };
  return { id: ticket_id, number, category, status: status as Status, location };
}
