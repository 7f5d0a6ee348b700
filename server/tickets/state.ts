import type { Selectable } from 'kysely';
import type { Channel } from '../../shared/report/channel.ts';
import type { LocationSource } from '../../shared/report/report.ts';
import type { Facts, Priority, SlaMark, Status, TicketState } from '../../shared/ticket/ticket.ts';
import type { Ticket } from '../database/schema.ts';

export type TicketRow = Selectable<Ticket>;

/** The ticket's state from its row. */
export function stateFromRow(row: TicketRow): TicketState {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    status: row.status as Status,
    priority: row.priority as Priority,
    category: row.category,
    departmentCode: row.department_code,
    facts: row.facts as Facts,
    location: locationFromRow(row),
    channel: row.channel as Channel,
    reportCount: row.report_count,
    createdAt: row.created_at.toISOString(),
    acknowledgeFrom: row.acknowledge_from.toISOString(),
    acknowledgeBy: row.acknowledge_by.toISOString(),
    resolveFrom: row.resolve_from.toISOString(),
    resolveBy: row.resolve_by.toISOString(),
    acknowledgedAt: iso(row.acknowledged_at),
    resolvedAt: iso(row.resolved_at),
    closedAt: iso(row.closed_at),
    mergedInto: row.merged_into,
    sla: { acknowledge: row.acknowledge_mark as SlaMark | null, resolve: row.resolve_mark as SlaMark | null },
  };
}

function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

function locationFromRow(row: TicketRow): TicketState['location'] {
  if (row.lat === null || row.lng === null) return null;
  return {
    lat: row.lat,
    lng: row.lng,
    accuracyM: row.accuracy_m,
    kelurahan: row.kelurahan,
    kecamatan: row.kecamatan,
    source: row.location_source as LocationSource,
  };
}

/** The row's columns for a state, all but the number of its newest log entry. */
export function columnsFromState(state: TicketState) {
  return {
    id: state.id,
    number: state.number,
    version: state.version,
    status: state.status,
    priority: state.priority,
    category: state.category,
    department_code: state.departmentCode,
    facts: JSON.stringify(state.facts),
    lat: state.location?.lat ?? null,
    lng: state.location?.lng ?? null,
    accuracy_m: state.location?.accuracyM ?? null,
    kelurahan: state.location?.kelurahan ?? null,
    kecamatan: state.location?.kecamatan ?? null,
    location_source: state.location?.source ?? null,
    channel: state.channel,
    report_count: state.reportCount,
    created_at: state.createdAt,
    acknowledge_from: state.acknowledgeFrom,
    acknowledge_by: state.acknowledgeBy,
    resolve_from: state.resolveFrom,
    resolve_by: state.resolveBy,
    acknowledged_at: state.acknowledgedAt,
    resolved_at: state.resolvedAt,
    closed_at: state.closedAt,
    merged_into: state.mergedInto,
    acknowledge_mark: state.sla.acknowledge,
    resolve_mark: state.sla.resolve,
  };
}
