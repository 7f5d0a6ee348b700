import type { CityPack } from '../../shared/city/city-pack.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { ticketTitle } from '../../shared/ticket/title.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';

/**
 * The ticket as every live audience may see it. Field by field, so that a new field of the state
 * reaches nobody until somebody writes it here.
 */
export function presentLiveTicket(state: TicketState, pack: CityPack): LiveTicket {
  const category = pack.categories.find(({ code }) => code === state.category);
  return {
    id: state.id,
    number: state.number,
    version: state.version,
    status: state.status,
    priority: state.priority,
    category: state.category,
    title: ticketTitle(category, state.facts),
    departmentCode: state.departmentCode,
    facts: state.facts,
    location: state.location && {
      lat: state.location.lat,
      lng: state.location.lng,
      accuracyM: state.location.accuracyM,
      kelurahan: state.location.kelurahan,
      kecamatan: state.location.kecamatan,
    },
    channel: state.channel,
    reportCount: state.reportCount,
    createdAt: state.createdAt,
    acknowledgeBy: state.acknowledgeBy,
    resolveBy: state.resolveBy,
    acknowledgedAt: state.acknowledgedAt,
    resolvedAt: state.resolvedAt,
    closedAt: state.closedAt,
    sla: state.sla,
  };
}
