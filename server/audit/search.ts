import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { AuditAnswer, AuditEntry, AuditQuery } from '../../shared/wire/audit.ts';
import type { Database } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';

type Row = {
  key: string;
  at: string;
  moment: Date;
  kind: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  actor_role: string | null;
  subject: string;
  ticket_id: string | null;
  details: Record<string, unknown>;
  address: string | null;
};

/** Where a page ended: the moment as PostgreSQL writes it (microseconds), and the entry's key. */
type Cursor = [at: string, key: string];
const cursorSchema = z.tuple([z.string().regex(/^[\d\-:. +]{10,40}$/), z.string().regex(/^[at]\d{20}$/)]);

/**
 * One page of what people did, newest first: acts outside of tickets, and the log of tickets, of which the reasons and
 * notes are left out (they may repeat a citizen's words). Both parts are read by index, a page of each.
 */
export async function searchAudit(db: Database, query: AuditQuery): Promise<AuditAnswer> {
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const parts = [
    ...(query.kind === 'ticket' || query.ticket !== undefined ? [] : [acts(query, cursor)]),
    ...(query.kind === undefined || query.kind === 'ticket' ? [ticketActs(query, cursor)] : []),
  ];
  if (parts.length === 0) return { entries: [], nextCursor: null };
  const { rows } = await sql<Row>`
    select page.*, page.moment::text as at from (${sql.join(parts, sql` union all `)}) as page
    order by page.moment desc, page.key collate "C" desc limit ${query.limit + 1}`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const isMore = rows.length > query.limit && last !== undefined;
  return { entries: page.map(presentRow), nextCursor: isMore ? writeCursor([last.at, last.key]) : null };
}

function acts(query: AuditQuery, cursor: Cursor | null): RawBuilder<unknown> {
  const conditions = [
    sql<boolean>`true`,
    ...during('at', query),
    ...(query.kind === undefined ? [] : [sql<boolean>`kind = ${query.kind}`]),
    ...(query.actor === undefined ? [] : [sql<boolean>`actor_id = ${query.actor}`]),
    ...(cursor ? [sql<boolean>`at <= ${cursor[0]}::timestamptz`, before(ACT_KEY, cursor)] : []),
    ...wordsOf(query.text).map((word) => sql<boolean>`search @@ to_tsquery('simple', ${`${word}:*`})`),
  ];
  return sql`(select ${ACT_KEY} as key, at as moment, kind, actor_kind, actor_id, actor_name, actor_role, subject,
      null::uuid as ticket_id, details, address
    from audit_event where ${sql.join(conditions, sql` and `)}
    order by at desc, id desc limit ${query.limit + 1})`;
}

function ticketActs(query: AuditQuery, cursor: Cursor | null): RawBuilder<unknown> {
  const conditions = [
    sql<boolean>`entry.actor ->> 'kind' <> 'system'`,
    ...during('entry.at', query),
    ...(query.actor === undefined ? [] : [sql<boolean>`entry.actor ->> 'id' = ${query.actor}`]),
    ...(query.ticket === undefined
      ? []
      : [
          sql<boolean>`entry.ticket_id = (select id from ticket where number = ${query.ticket.toUpperCase()})`,
        ]),
    ...(cursor ? [sql<boolean>`entry.at <= ${cursor[0]}::timestamptz`, before(ENTRY_KEY, cursor)] : []),
    ...wordsOf(query.text).map(
      (word) =>
        sql<boolean>`lower((entry.actor ->> 'name') || ' ' || ticket.number || ' ' || entry.type) like ${`%${word}%`}`,
    ),
  ];
  return sql`(select ${ENTRY_KEY} as key, entry.at as moment, entry.type as kind,
      entry.actor ->> 'kind' as actor_kind, entry.actor ->> 'id' as actor_id, entry.actor ->> 'name' as actor_name,
      entry.actor ->> 'role' as actor_role, ticket.number as subject, entry.ticket_id,
      entry.details - ${sql.raw(`'{note,reason,because,reportId,photoId,ticketId,level,parts,reportIds,score}'::text[]`)} as details,
      null::text as address
    from ticket_log as entry join ticket on ticket.id = entry.ticket_id
    where ${sql.join(conditions, sql` and `)}
    order by entry.at desc, entry.seq desc limit ${query.limit + 1})`;
}

const ACT_KEY = sql<string>`'a' || lpad(id::text, 20, '0')`;
const ENTRY_KEY = sql<string>`'t' || lpad(entry.seq::text, 20, '0')`;

function before(key: RawBuilder<string>, [at, last]: Cursor): RawBuilder<boolean> {
  const moment = key === ACT_KEY ? sql.ref('at') : sql.ref('entry.at');
  return sql<boolean>`(${moment} < ${at}::timestamptz or (${key}) collate "C" < ${last})`;
}

function during(column: string, { from, to }: AuditQuery): RawBuilder<boolean>[] {
  return [
    ...(from === undefined ? [] : [sql<boolean>`${sql.ref(column)} >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql<boolean>`${sql.ref(column)} < ${to}::timestamptz`]),
  ];
}

/** Letters and digits only, as the index has them. */
function wordsOf(text = ''): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
}

function presentRow(row: Row): AuditEntry {
  return {
    id: row.key,
    at: row.moment.toISOString(),
    kind: row.kind,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, role: row.actor_role },
    subject: row.subject,
    ticketId: row.ticket_id,
    details: row.details,
    address: row.address,
  };
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    const message = 'expected the cursor of an earlier answer';
    throw new AppError('invalid', { detail: message, errors: [{ field: 'cursor', message }] });
  }
}
