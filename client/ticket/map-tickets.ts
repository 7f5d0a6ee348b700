import type { LiveTicket } from '../../shared/wire/live.ts';
import type { LayerTicket } from '../map/ticket-layer.ts';
import { isUnacknowledgedCritical } from './deadline.ts';

/** The tickets that have a place, as the map draws them. */
export function toMapTickets(
  tickets: readonly LiveTicket[],
  titleOf: (ticket: LiveTicket) => string,
): LayerTicket[] {
  return tickets.flatMap((ticket) => {
    if (ticket.location === null) return [];
    const { lat, lng } = ticket.location;
    const { id, priority, departmentCode } = ticket;
    const calling = isUnacknowledgedCritical(ticket);
    const title = titleOf(ticket);
    return [{ id, priority, departmentCode, lat, lng, calling, title, label: `${ticket.number} ${title}` }];
  });
}
