import type { Selectable } from 'kysely';
import type { FloodRule } from '../../shared/city/city-pack.ts';
import {
  type ChannelPulse,
  type FloodMode,
  type Pin,
  type RoomState,
  WARNING_SEVERITIES,
  type Warning,
} from '../../shared/wire/room.ts';
import type { FloodChoice, FloodControl, RoomView } from '../../shared/wire/room-api.ts';
import type { Database } from '../database/connect.ts';
import type { Room, RoomPin, RoomWarning } from '../database/schema.ts';

/** An older pulse tells of another hour: better none. */
const PULSE_GOOD_FOR_MS = 5 * 60_000;

/** All of the room as of `nowMs`: what walls show, and how flood mode came about. */
export async function readRoom(db: Database, rule: FloodRule | undefined, nowMs: number): Promise<RoomView> {
  const [row, pins, warnings] = await Promise.all([
    db.selectFrom('room').selectAll().executeTakeFirstOrThrow(),
    readPins(db),
    readWarnings(db, nowMs),
  ]);
  const room: RoomState = {
    flood: floodModeOf(row, rule !== undefined),
    pins: pins.map(presentPin),
    warnings: warnings.map(presentWarning),
    channels: pulseOf(row, nowMs),
  };
  return { room, flood: floodControlOf(row, rule) };
}

/** What is pinned, oldest first; a ticket that is over is on no wall. */
function readPins(db: Database): Promise<Selectable<RoomPin>[]> {
  return db
    .selectFrom('room_pin')
    .leftJoin('ticket', 'ticket.id', 'room_pin.ticket_id')
    .selectAll('room_pin')
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('ticket_id', 'is', null), is('ticket.is_open', '=', true)]))
    .orderBy('room_pin.created_at')
    .orderBy('room_pin.id')
    .execute();
}

/** What is in force, the worst first, of equals the newest. */
async function readWarnings(db: Database, nowMs: number): Promise<Selectable<RoomWarning>[]> {
  const rows = await db
    .selectFrom('room_warning')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until_at', '>', new Date(nowMs))
    .orderBy('from_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ severity }: Selectable<RoomWarning>): number {
  return (WARNING_SEVERITIES as readonly string[]).indexOf(severity);
}

/** Why the walls are in flood mode, or null: people decide, and where they leave it to the rule, the rule. */
function floodModeOf(row: Selectable<Room>, hasRule: boolean): FloodMode | null {
  if (row.flood_mode === 'on')
    return {
      by: 'hand',
      who: row.flood_mode_by ?? '',
      since: (row.flood_mode_at ?? new Date(0)).toISOString(),
    };
  if (row.flood_mode === 'off' || row.rule_on_since === null || !hasRule) return null;
  const { rule_posts: posts, rule_reports: reports } = row;
  return { by: 'rule', posts, reports, since: row.rule_on_since.toISOString() };
}

function floodControlOf(row: Selectable<Room>, rule: FloodRule | undefined): FloodControl {
  const at = row.rule_looked_at?.toISOString();
  return {
    mode: row.flood_mode as FloodChoice,
    by: row.flood_mode_by,
    at: row.flood_mode_at?.toISOString() ?? null,
    rule: rule
      ? {
          ...rule,
          onSince: row.rule_on_since?.toISOString() ?? null,
          calmSince: row.rule_calm_since?.toISOString() ?? null,
          seen: at === undefined ? null : { posts: row.rule_posts, reports: row.rule_reports, at },
        }
      : null,
  };
}

function pulseOf({ channels, channels_at }: Selectable<Room>, nowMs: number): ChannelPulse[] {
  const isGood = channels_at !== null && nowMs - channels_at.getTime() < PULSE_GOOD_FOR_MS;
  return isGood ? (channels as ChannelPulse[]) : [];
}

/** A pin as walls and supervisors see it. */
export function presentPin(row: Selectable<RoomPin>): Pin {
  const { id, created_at, created_by: by, ticket_id, text } = row;
  const at = created_at.toISOString();
  return ticket_id === null
    ? { id, at, by, kind: 'message', text: text ?? '' }
    : { id, at, by, kind: 'ticket', ticketId: ticket_id };
}

/** A warning as everybody sees it. */
export function presentWarning(row: Selectable<RoomWarning>): Warning {
  const { id, severity, event, text, kecamatan, source, from_at, until_at } = row;
  return {
    id,
    severity: severity as Warning['severity'],
    event,
    text,
    kecamatan,
    source,
    from: from_at.toISOString(),
    until: until_at.toISOString(),
  };
}
