import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import { boxOf, type Candidate, type Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';

/**
 * Takes the named locks until the transaction ends, in one order for everybody, in one statement. What is read
 * after this was written by whoever held them before.
 */
export async function takeLocks(line: Line, names: Iterable<string>): Promise<void> {
  const distinct = [...new Set(names)];
  if (distinct.length === 0) return;
  // Two names with one key would only wait for each other without need.
  await sql`/* prepared */
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from unnest(${distinct}::text[]) as name order by key
    ) as wanted`.execute(line);
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
export async function findCandidates(line: Line, sightings: readonly Sighting[]): Promise<Candidate[]> {
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
    line,
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
