import type { PlaceKind } from '../city/gazetteer.ts';
import type { Channel } from '../report/channel.ts';
import type { LocationSource } from '../report/report.ts';

/** Most urgent first. */
export const PRIORITIES = ['critical', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Every status a ticket can have. */
export const STATUSES = [
  'new',
  'verified',
  'routed',
  'acknowledged',
  'in_progress',
  'resolved',
  'closed',
  'returned',
  'rejected',
  'merged',
] as const;
export type Status = (typeof STATUSES)[number];

/** The city's own areas by name; null where none is known: outside the city, or told too vaguely to say. */
export type AreaNames = { kelurahan: string | null; kecamatan: string | null };

/** Where a ticket is. */
export type TicketLocation = AreaNames & { lat: number; lng: number; accuracyM: number | null };

/** What was understood of the reports, in figures and names that may be shown to anybody. */
export type Facts = {
  /** Water or flood depth in centimetres. */
  depthCm?: number;
  /** A sensor's latest value and its unit, with the post's name. */
  level?: { value: number; unit: string; post: string };
  /** The place that words named, where there is no better: a name on the map, never the words themselves. */
  place?: { name: string; kind: PlaceKind; relation: string | null; radiusM: number };
  /** Outside the city: the name of the city beside it. */
  outside?: string;
};

/**
 * The whole state of a ticket as the log can rebuild it. Times are ISO 8601 UTC.
 * Nothing in it is the citizen's own words or person: those stay in reports.
 */
export type TicketState = {
  id: string;
  number: string;
  version: number;
  status: Status;
  priority: Priority;
  category: string;
  departmentCode: string;
  facts: Facts;
  location: (TicketLocation & { source: LocationSource }) | null;
  /** Channel of the first report. */
  channel: Channel;
  reportCount: number;
  createdAt: string;
  /** The acknowledge clock runs from creation, or from the last handing over to another department. */
  acknowledgeFrom: string;
  acknowledgeBy: string;
  /** The resolve clock runs from creation, or from the last reopening. */
  resolveFrom: string;
  resolveBy: string;
  acknowledgedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  mergedInto: string | null;
  sla: SlaMarks;
};

/** Which warnings of which clock have been written to the log. */
export type SlaMarks = {
  acknowledge: SlaMark | null;
  resolve: SlaMark | null;
};
export type SlaMark = 'due_soon' | 'breached';

/** Statuses in which somebody still has to do something. */
export const OPEN_STATUSES: readonly Status[] = [
  'new',
  'verified',
  'routed',
  'acknowledged',
  'in_progress',
  'returned',
];

/** True while somebody still has to do something about the ticket. */
export function isOpen(status: Status): boolean {
  return OPEN_STATUSES.includes(status);
}

/** The more pressing of two priorities. */
export function morePressing(a: Priority, b: Priority): Priority {
  return PRIORITIES.indexOf(a) <= PRIORITIES.indexOf(b) ? a : b;
}
