import type { LatLng } from '../../shared/report/report.ts';
import type { CallerReport } from '../../shared/wire/entry.ts';

/** Where one of a reporter's other tickets is, and the numeral it has in the list and on the map. */
export type ToldPlace = LatLng & { ticketId: string; numeral: number };

/** The places of the tickets that reports belong to, numbered as they are listed; a ticket has one, however often told. */
export function placesTold(reports: readonly CallerReport[]): ToldPlace[] {
  const places = new Map<string, ToldPlace>();
  for (const { ticket } of reports) {
    if (!ticket?.location || places.has(ticket.id)) continue;
    const { lat, lng } = ticket.location;
    places.set(ticket.id, { ticketId: ticket.id, lat, lng, numeral: places.size + 1 });
  }
  return [...places.values()];
}
