import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import { THREAD_MS, type Thread } from './steps/decide.ts';
import { boxOf, type Candidate, type Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';

/**
 * Takes the named locks until the transaction ends, in one order for everybody, in one statement. What is read
 * after this was written by whoever held them before.
 */
export async function takeLocks(trx: Transaction, names: Iterable<string>): Promise<void> {
  const keys = [...new Set(names)].map(lockKey).sort((a, b) => (a < b ? -1 : Number(a > b)));
  if (keys.length === 0) return;
  await sql`/* prepared */ select pg_advisory_xact_lock(key) from unnest(${keys.map(String)}::bigint[]) as key`.execute(
    trx,
  );
}

/** Two names with one key would only wait for each other without need. */
function lockKey(name: string): bigint {
  return createHash('sha1').update(name).digest().readBigInt64BE();
}

type CandidateRow = {
  id: string;
  category: string;
  lat: number;
  lng: number;
  accuracy_m: number | null;
  created_at: Date;
};

/** Open tickets of the sightings' categories in the box around each, in one statement on the matching index. */
export async function findCandidates(trx: Transaction, sightings: readonly Sighting[]): Promise<Candidate[]> {
  if (sightings.length === 0) return [];
  const boxes = sightings.map(boxOf);
  const { rows } = await sql<CandidateRow>`/* prepared */
    select distinct ticket.id, ticket.category, ticket.lat, ticket.lng, ticket.accuracy_m, ticket.created_at
    from unnest(
      ${sightings.map(({ category }) => category.code)}::text[],
      ${boxes.map(({ south }) => south)}::float8[], ${boxes.map(({ north }) => north)}::float8[],
      ${boxes.map(({ west }) => west)}::float8[], ${boxes.map(({ east }) => east)}::float8[]
    ) as box (category, south, north, west, east)
    join ticket on ticket.is_open and ticket.category = box.category
      and ticket.lat between box.south and box.north and ticket.lng between box.west and box.east`.execute(
    trx,
  );
  return rows.map((row) => ({
    ticketId: row.id,
    category: row.category,
    lat: row.lat,
    lng: row.lng,
    accuracyM: row.accuracy_m,
    createdAt: row.created_at.getTime(),
  }));
}

type ThreadRow = {
  for_report: string;
  quoted: boolean;
  id: string;
  category: string;
  lat: number | null;
  lng: number | null;
};

/**
 * For each report by its id: the open ticket its sender was writing about, quoted messages first. Messages do not
 * always arrive in the order they were written, so a later one counts, too.
 */
export async function findThreads(
  trx: Transaction,
  reports: readonly Report[],
): Promise<Map<string, Thread>> {
  const talking = reports.filter((report) => senderOf(report) !== null || report.inReplyTo !== null);
  if (talking.length === 0) return new Map();
  const { rows } = await sql<ThreadRow>`/* prepared */
    select distinct on (said.id) said.id as for_report, earlier.quoted, ticket.id, ticket.category, ticket.lat, ticket.lng
    from unnest(
      ${talking.map(({ id }) => id)}::uuid[],
      ${talking.map(({ channel }) => channel)}::text[],
      ${talking.map(({ reporter }) => reporter?.accountId ?? null)}::text[],
      ${talking.map(({ inReplyTo }) => inReplyTo)}::text[],
      ${talking.map(({ occurredAt }) => new Date(occurredAt - THREAD_MS).toISOString())}::timestamptz[],
      ${talking.map(({ occurredAt }) => new Date(occurredAt + THREAD_MS).toISOString())}::timestamptz[]
    ) as said (id, channel, account_id, in_reply_to, since, until)
    cross join lateral (
      select ticket_id, occurred_at, true as quoted from report
      where channel = said.channel and external_id = said.in_reply_to and ticket_id is not null
      union all
      select ticket_id, occurred_at, false from report
      where channel = said.channel and reporter ->> 'accountId' = said.account_id
        and occurred_at between said.since and said.until and ticket_id is not null
    ) as earlier
    join ticket on ticket.id = earlier.ticket_id and ticket.is_open
    order by said.id, earlier.quoted desc, earlier.occurred_at desc`.execute(trx);
  return new Map(rows.map((row) => [row.for_report, threadFromRow(row)]));
}

function threadFromRow({ id, category, lat, lng, quoted }: ThreadRow): Thread {
  return { ticketId: id, category, place: lat === null || lng === null ? null : { lat, lng }, quoted };
}

/** Who sends, across their messages; null for channels whose senders have no account. */
export function senderOf({ channel, reporter }: Pick<Report, 'channel' | 'reporter'>): string | null {
  return reporter?.accountId ? `${channel} ${reporter.accountId}` : null;
}

/** Locks the tickets in one order for everybody and returns the ids of those still open. */
export async function lockOpenTickets(trx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string; is_open: boolean }>`/* prepared */
    select id, is_open from ticket where id = any(${[...new Set(ids)]}::uuid[]) order by id for update`.execute(
    trx,
  );
  return new Set(rows.filter((row) => row.is_open).map(({ id }) => id));
}
