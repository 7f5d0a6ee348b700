import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { distanceM } from '../../shared/city/geometry.ts';
import type { NearQuery, NearTicket } from '../../shared/wire/entry.ts';
import type { Database } from '../database/connect.ts';
import { findMatch } from '../pipeline/steps/match.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import { stateFromRow, type TicketRow } from '../tickets/state.ts';

/** How far around a place tickets of any kind are told. */
const AROUND_M = 500;
const METRES_PER_DEGREE = 111_195;
/** Of each category. */
const NEAREST = 16;
const TOLD_AT_MOST = 8;

/**
 * Open tickets around a place, those that would be joined by themselves first, then the nearest. By every category, as
 * the index of matching has it. `now` in ms.
 */
export async function listNear(
  db: Database,
  pack: CityPack,
  { lat, lng, category: code, accuracyM = 0 }: NearQuery,
  now: number,
): Promise<NearTicket[]> {
  const category = pack.categories.find((known) => known.code === code);
  const reachM = Math.max(AROUND_M, 2 * (category?.match?.radiusM ?? 0));
  const dLat = reachM / METRES_PER_DEGREE;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  const { rows } = await sql<TicketRow>`
    select near.* from unnest(${pack.categories.map((known) => known.code)}::text[]) as look (category)
    cross join lateral (
      select ticket.* from ticket
      where ticket.is_open and ticket.category = look.category
        and ticket_spot(ticket.category, ticket.lat, ticket.lng) <@ box(
          ticket_spot(look.category, ${lat - dLat}, ${lng - dLng}),
          ticket_spot(look.category, ${lat + dLat}, ${lng + dLng}))
      order by ticket_spot(ticket.category, ticket.lat, ticket.lng) <-> ticket_spot(look.category, ${lat}, ${lng})
      limit ${NEAREST}
    ) as near`.execute(db);
  const near = rows.map(stateFromRow).flatMap((state): NearTicket[] => {
    const { location } = state;
    if (location === null) return [];
    const apartM = distanceM({ lat, lng }, location);
    const candidate = {
      ...{ ticketId: state.id, category: state.category, createdAt: Date.parse(state.createdAt) },
      ...{ lat: location.lat, lng: location.lng, accuracyM: location.accuracyM },
    };
    const likely =
      category !== undefined && findMatch({ lat, lng, accuracyM, category, at: now }, [candidate]) !== null;
    return likely || apartM <= AROUND_M
      ? [{ ticket: presentLiveTicket(state, pack), distanceM: Math.round(apartM), likely }]
      : [];
  });
  return near
    .sort((a, b) => Number(b.likely) - Number(a.likely) || a.distanceM - b.distanceM)
    .slice(0, TOLD_AT_MOST);
}
