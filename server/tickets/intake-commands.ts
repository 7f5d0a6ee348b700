import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/access/actor.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { LatLng, LocationSource } from '../../shared/report/report.ts';
import { factsWith, withoutPlace } from '../../shared/ticket/place.ts';
import { deadlinesOf, type SlaEvent } from '../../shared/ticket/sla.ts';
import {
  type AreaNames,
  type Facts,
  isOpen,
  morePressing,
  type Priority,
  type TicketState,
} from '../../shared/ticket/ticket.ts';
import type { HistoryDetails } from '../../shared/wire/api.ts';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import { isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry, appendOpenings, type NewTicket, type Opening } from './append.ts';
import { describePlace, findCategory, type TicketDeps } from './commands.ts';
import { lockTicket } from './lock.ts';
import type { LogRow } from './log.ts';

/** `areas` where it is known beside the point in which it lies. */
type Point = LatLng & { accuracyM: number | null; source: LocationSource; areas?: AreaNames };

/** What a new ticket is made of. `because`: why it was understood so, for its history. */
export type OpenTicket = {
  /** Its id, where the caller needs to know it beforehand. */
  id?: string | undefined;
  reportId: string;
  channel: Channel;
  category: string;
  priority?: Priority | undefined;
  departmentCode?: string | undefined;
  facts?: Facts | undefined;
  location: Point | null;
  because?: string[] | undefined;
  /** Operators enter what they have verified; the pipeline opens new ones. */
  status?: 'new' | 'verified' | undefined;
};

export type JoinReport = {
  reportId: string;
  priority?: Priority | undefined;
  facts?: Facts | undefined;
  location?: Point | null | undefined;
  because?: string[] | undefined;
};

export type Measured = {
  level: { value: number; unit: string; post: string };
  fell: boolean;
  priority?: Priority | undefined;
};

/** What the pipeline, the SLA clock and photo intake do to tickets, inside their own transactions. */
export function createIntakeCommands({ pack, areas, clock }: Omit<TicketDeps, 'db'>) {
  // Making a format costs more than opening a ticket.
  const yearFormat = new Intl.DateTimeFormat('en', { timeZone: pack.timeZone, year: 'numeric' });
  const write = (actor: Actor) => ({ actor, at: isoNow(clock) });

  /** The state of a ticket that is about to be opened. */
  function draft(input: OpenTicket, at: string): Opening {
    const category = findCategory(pack, input.category);
    const location = input.location && describePlace(input.location, input.location.source, areas);
    const details: HistoryDetails = { reportId: input.reportId, category: category.code };
    if (input.because) details.because = input.because;
    const priority = input.priority ?? category.priority;
    const ticket: NewTicket = {
      id: input.id ?? randomUUID(),
      status: input.status ?? 'new',
      priority,
      category: category.code,
      departmentCode: input.departmentCode ?? category.departmentCode,
      facts: input.facts ?? {},
      location,
      channel: input.channel,
      reportCount: 1,
      createdAt: at,
      acknowledgeFrom: at,
      resolveFrom: at,
      ...deadlinesOf(at, category, priority),
      acknowledgedAt: null,
      resolvedAt: null,
      closedAt: null,
      mergedInto: null,
      sla: { acknowledge: null, resolve: null },
    };
    return { ticket, details };
  }

  /**
   * Opens tickets for reports, all as one statement; answers their entries in the order given. Throws, before anything
   * is sent, for a category that the city does not have.
   */
  function openAll(line: Line, inputs: readonly OpenTicket[], actor: Actor): Promise<LogRow[]> {
    const at = isoNow(clock);
    const openings = inputs.map((input) => draft(input, at));
    return appendOpenings(line, openings, `${pack.ticketPrefix}-${yearFormat.format(clock.now())}`, {
      actor,
      at,
    });
  }

  return {
    openAll,

    /** Opens a ticket for a report. */
    async open(trx: Transaction, input: OpenTicket, actor: Actor): Promise<TicketState> {
      const [entry] = await openAll(trx, [input], actor);
      if (!entry) throw new Error('the new ticket was not written');
      return entry.ticket;
    },

    /** Adds a report to a ticket: counts it, and takes over a better place, graver priority, newer facts. */
    async join(trx: Transaction, ticketId: string, input: JoinReport, actor: Actor): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      const place = input.location ? betterPlace(ticket, input.location) : null;
      const details: HistoryDetails = { reportId: input.reportId };
      if (input.because) details.because = input.because;
      const changes = {
        reportCount: ticket.reportCount + 1,
        ...(input.priority && { priority: morePressing(ticket.priority, input.priority) }),
        ...((input.facts || place) && { facts: factsWith(ticket, input.facts ?? {}, place !== null) }),
        ...(place && { location: describePlace(place, place.source, areas) }),
      };
      return appendEntry(trx, ticket, { type: 'ticket.reported', changes, details }, write(actor));
    },

    /** Takes over a better place for the ticket; changes nothing when the present one is as good. */
    async locate(trx: Transaction, ticketId: string, point: Point, actor: Actor): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      const place = betterPlace(ticket, point);
      if (!place) return ticket;
      const changes = {
        location: describePlace(place, place.source, areas),
        ...(ticket.facts.place || ticket.facts.outside ? { facts: withoutPlace(ticket.facts) } : {}),
      };
      return appendEntry(trx, ticket, { type: 'ticket.located', changes, details: {} }, write(actor));
    },

    /** Notes a sensor's level on the ticket it opened. */
    async measure(trx: Transaction, ticketId: string, input: Measured, actor: Actor): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      const priority = input.priority ? morePressing(ticket.priority, input.priority) : ticket.priority;
      const { value, unit } = input.level;
      const details: HistoryDetails = { level: { value, unit, fell: input.fell } };
      if (priority !== ticket.priority)
        Object.assign(details, { fromPriority: ticket.priority, toPriority: priority });
      const changes = { facts: { ...ticket.facts, level: input.level }, priority };
      return appendEntry(trx, ticket, { type: 'ticket.measured', changes, details }, write(actor));
    },

    /** Notes a photo of a department's work. Throws impossible when the ticket was merged: nobody looks there. */
    async photograph(
      trx: Transaction,
      ticketId: string,
      photo: { photoId: string; commandId?: string },
      actor: Actor,
    ): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      if (ticket.status === 'merged')
        throw new AppError('impossible', { detail: `${ticket.number} was merged into another ticket` });
      const decided = {
        type: 'ticket.photographed' as const,
        changes: {},
        details: { photoId: photo.photoId },
      };
      return appendEntry(trx, ticket, decided, { ...write(actor), commandId: photo.commandId });
    },

    /** Writes a warning of the SLA clock if it is still due; otherwise changes nothing and returns null. */
    async markSla(
      trx: Transaction,
      ticketId: string,
      event: SlaEvent,
      actor: Actor,
      isDue: (ticket: TicketState) => boolean,
    ): Promise<TicketState | null> {
      const ticket = await lockTicket(trx, ticketId);
      if (!isOpen(ticket.status) || !isDue(ticket)) return null;
      return appendEntry(
        trx,
        ticket,
        {
          type: event.mark === 'breached' ? 'ticket.breached' : 'ticket.due_soon',
          changes: { sla: { ...ticket.sla, [event.clock]: event.mark } },
          details: { clock: event.clock },
        },
        write(actor),
      );
    },
  };
}
export type IntakeCommands = ReturnType<typeof createIntakeCommands>;

/** What shows a place itself, however far off it may be; the rest only says about where. */
const SHOWN: readonly LocationSource[] = ['operator', 'aml', 'pin', 'exif', 'sensor'];

/**
 * The new point if it is better than the ticket's: nothing replaces an operator's, a coordinate replaces what words name
 * and never the other way round, else a smaller error wins.
 */
function betterPlace(ticket: TicketState, point: Point): Point | null {
  const present = ticket.location;
  if (!present) return point;
  if (present.source === 'operator' || point.source === 'sensor') return null;
  if (point.source === 'operator') return point;
  if (present.source === 'words' && SHOWN.includes(point.source)) return point;
  if (point.source === 'words' && SHOWN.includes(present.source)) return null;
  const presentError = present.accuracyM ?? Number.POSITIVE_INFINITY;
  return point.accuracyM !== null && point.accuracyM < presentError ? point : null;
}
