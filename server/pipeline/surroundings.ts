import { sql } from 'kysely';
import type { Category } from '../../shared/city/city-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { Transaction } from '../database/connect.ts';
import { inOneFlight, type Line } from '../database/flight.ts';
import type { LikenessNow } from './sightings.ts';
import { BEYOND } from './steps/judge.ts';
import {
  boxOf,
  type Candidate,
  lockNamesOf,
  METRES_PER_DEGREE,
  ROUGH_MOST_M,
  type Sighting,
} from './steps/match.ts';
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

/** The open tickets around what has a place, under locks that keep two of one incident from missing each other. */
export async function lookAround(
  trx: Transaction,
  sightings: readonly Sighting[],
  likeness: LikenessNow,
): Promise<Candidate[]> {
  if (sightings.length === 0) return [];
  const [, candidates] = await inOneFlight(trx, (line) => [
    takeLocks(line, sightings.flatMap(lockNamesOf)),
    findCandidates(line, sightings, likeness),
  ]);
  return candidates;
}

type CandidateRow = {
  id: string;
  number: string;
  channel: string;
  said: string | null;
  category: string;
  lat: number;
  lng: number;
  accuracy_m: number | null;
  created_at: Date;
};

/** So many of the nearest tickets of a category are judged: the same incident is hardly behind all of them. */
const NEAREST = 8;
const NEAREST_KIN = 3;
/** What is read of what was said about a ticket. */
const REPORTS_READ = 3;
const LETTERS_READ = 400;

/**
 * Open tickets of the sightings' categories, and of their kin, around each: the nearest of each category by the spatial
 * index, however many there are; in one statement.
 */
export async function findCandidates(
  line: Line,
  sightings: readonly Sighting[],
  { read, kinOf, categoryOf }: LikenessNow,
): Promise<Candidate[]> {
  if (sightings.length === 0) return [];
  const looks = sightings.flatMap((sighting) =>
    [sighting.category, ...kinOf(sighting.category.code)].map((category) => ({
      ...{ lat: sighting.lat, lng: sighting.lng, category: category.code, ...boxOf(sighting) },
      // Beyond it what was said does not matter; rough places reach farther.
      far: farthestM(sighting, category),
      most: category === sighting.category ? NEAREST : NEAREST_KIN,
      since: new Date(sighting.at - windowMs(sighting.category, category)).toISOString(),
    })),
  );
  const { rows } = await sql<CandidateRow>`/* prepared */
    select distinct on (near.id) near.*, told.said
    from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) as look (category text, lat float8, lng float8,
      south float8, north float8, west float8, east float8, far float8, most int, since timestamptz)
    cross join lateral (
      select ticket.id, ticket.number, ticket.category, ticket.lat, ticket.lng, ticket.accuracy_m, ticket.created_at,
        ticket.channel
      from ticket
      where ticket.is_open and ticket.category = look.category and ticket.created_at >= look.since
        and ticket_spot(ticket.category, ticket.lat, ticket.lng) <@ box(
          ticket_spot(look.category, look.south, look.west), ticket_spot(look.category, look.north, look.east))
      order by ticket_spot(ticket.category, ticket.lat, ticket.lng) <-> ticket_spot(look.category, look.lat, look.lng)
      limit look.most
    ) as near
    cross join lateral (
      select string_agg(left(text, ${LETTERS_READ}), ' ') as said from (
        select text from report where ticket_id = near.id limit ${REPORTS_READ}
      ) as few
    ) as told
    where point(near.lng, near.lat) <-> point(look.lng, look.lat)
      <= (look.far + least(coalesce(near.accuracy_m, 0), ${ROUGH_MOST_M})) / (${METRES_PER_DEGREE} * cos(radians(look.lat)))`.execute(
    line,
  );
  return rows.map((row) => ({
    ticketId: row.id,
    number: row.number,
    category: row.category,
    channel: row.channel as Channel,
    lat: row.lat,
    lng: row.lng,
    accuracyM: row.accuracy_m,
    createdAt: row.created_at.getTime(),
    said: onceAsked(() => read(row.said ?? '')),
    of: categoryOf(row.category),
  }));
}

/** Most candidates are too far away for it to matter what was said of them. */
function onceAsked<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const MINUTE_MS = 60_000;

function farthestM({ category, accuracyM }: Sighting, other: Category): number {
  const radiusM = Math.max(category.match?.radiusM ?? 0, other.match?.radiusM ?? 0);
  // Only of its own kind something is proposed from beyond its reach.
  const times = category === other ? 2 * BEYOND : 2;
  return times * radiusM + Math.min(accuracyM ?? 0, ROUGH_MOST_M);
}

function windowMs(...categories: Category[]): number {
  return Math.max(...categories.map(({ match }) => match?.windowMin ?? 0)) * MINUTE_MS;
}

/** Who sends, across their messages and channels; null where nothing tells. */
export function senderOf({
  channel,
  reporter,
  personId,
}: Pick<Report, 'channel' | 'reporter' | 'personId'>): string | null {
  if (personId) return personId;
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
