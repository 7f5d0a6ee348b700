import { sql } from 'kysely';
import type { SensorPost } from '../../shared/city/city-pack.ts';
import type { Transaction } from '../database/connect.ts';
import type { Report } from './steps/report.ts';
import type { SensorState } from './steps/sensor-rule.ts';
import { takeLocks } from './surroundings.ts';

/** A reading of a post; `at` in ms since the epoch. */
export type Reading = { report: Report; post: SensorPost; value: number; at: number };
/** A post's state with the ticket of its episode and the level that ticket was last told. */
export type PostState = {
  state: SensorState | null;
  ticketId: string | null;
  noted: number | null;
  /** Somebody may have ended the ticket while the episode goes on. */
  isOpen: boolean;
  /** The ticket of its own, where that was merged into the one the episode is told to. */
  homeId: string | null;
};
export const NOTHING_YET: PostState = {
  state: null,
  ticketId: null,
  noted: null,
  isOpen: false,
  homeId: null,
};

type StateRow = {
  post_id: string;
  value: number;
  at: Date;
  alarm: boolean;
  ticket_id: string | null;
  home_id: string | null;
  noted: number | null;
};

/** The posts' states, locked; a ticket merged into another is followed there. */
export async function lockPosts(
  trx: Transaction,
  readings: readonly Reading[],
): Promise<Map<string, PostState>> {
  const ids = [...new Set(readings.map(({ post }) => post.id))];
  if (ids.length === 0) return new Map();
  // A post's first reading finds no row to lock.
  await takeLocks(
    trx,
    ids.map((id) => `post ${id}`),
  );
  const { rows } = await sql<StateRow>`/* prepared */
    select state.post_id, state.value, state.at, state.alarm, going_on.id as ticket_id, state.ticket_id as home_id,
      (current.facts -> 'level' ->> 'value')::float8 as noted
    from sensor_state as state
    left join lateral (
      with recursive chain as (
        select id, merged_into from ticket where id = state.ticket_id
        union all select next.id, next.merged_into from chain join ticket as next on next.id = chain.merged_into
      ) select id from chain where merged_into is null
    ) as going_on on true
    left join ticket as current on current.id = going_on.id
    where state.post_id = any(${ids}::text[]) order by state.post_id for update of state`.execute(trx);
  return new Map(
    rows.map((row) => [
      row.post_id,
      {
        state: { value: row.value, at: row.at.getTime(), alarm: row.alarm },
        ticketId: row.ticket_id,
        noted: row.noted,
        isOpen: false,
        homeId: row.home_id === row.ticket_id ? null : row.home_id,
      },
    ]),
  );
}

/** Writes the readings and the posts' new states. */
export async function keepStates(
  trx: Transaction,
  readings: readonly Reading[],
  posts: Map<string, PostState>,
): Promise<void> {
  await sql`/* prepared */
    insert into sensor_reading (post_id, at, value)
    select * from unnest(
      ${readings.map(({ post }) => post.id)}::text[],
      ${readings.map(({ at }) => new Date(at).toISOString())}::timestamptz[],
      ${readings.map(({ value }) => value)}::float8[]
    ) on conflict do nothing`.execute(trx);
  // Told is the ticket of its own: when that is taken out of another, the post's readings go with it.
  const states = [...posts].flatMap(([id, { state, ticketId, homeId }]) =>
    state ? [{ id, ticketId: homeId ?? ticketId, ...state }] : [],
  );
  await sql`/* prepared */
    insert into sensor_state (post_id, value, at, alarm, ticket_id)
    select * from unnest(
      ${states.map(({ id }) => id)}::text[],
      ${states.map(({ value }) => value)}::float8[],
      ${states.map(({ at }) => new Date(at).toISOString())}::timestamptz[],
      ${states.map(({ alarm }) => alarm)}::boolean[],
      ${states.map(({ ticketId }) => ticketId)}::uuid[]
    ) on conflict (post_id) do update
      set value = excluded.value, at = excluded.at, alarm = excluded.alarm, ticket_id = excluded.ticket_id`.execute(
    trx,
  );
}
