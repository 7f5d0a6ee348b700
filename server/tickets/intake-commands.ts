import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/access/actor.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { LatLng, LocationSource } from '../../shared/report/report.ts';
import { isBetterPlace, withReport } from '../../shared/ticket/contribution.ts';
import { withoutPlace } from '../../shared/ticket/place.ts';
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
import { inOneFlight, type Line } from '../database/flight.ts';
import { isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry, appendOpenings, type NewTicket, type Opening } from './append.ts';
import { describePlace, findCategory, type TicketDeps } from './commands.ts';
import { lockTicket } from './lock.ts';
import type { LogRow } from './log.ts';
import { mergeInto } from './merge.ts';
import { numberPrefixOf } from './number-prefix.ts';
import { readPersons } from './persons.ts';

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
  personId?: string | undefined;
  /** The ticket it may be the same as, for its history. */
  likened?: { ticketId: string; number?: string | undefined; score: number } | undefined;
  /** Operators enter what they have verified; the pipeline opens new ones. */
  status?: 'new' | 'verified' | undefined;
};

export type JoinReport = {
  reportId: string;
  /** What it would have been by itself. */
  category?: string | undefined;
  personId?: string | undefined;
  /** The ticket it belongs to by itself, where that was merged into this one. */
  homeId?: string | undefined;
  /** Reports that are marked as the ticket's already and will be added after this one. */
  toCome?: readonly string[] | undefined;
  priority?: Priority | undefined;
  facts?: Facts | undefined;
  location?: Point | null | undefined;
  because?: string[] | undefined;
};

export type Measured = {
  level: { value: number; unit: string; post: string };
  fell: boolean;
  priority?: Priority | undefined;
  homeId?: string | undefined;
};

/** A better place that has been learnt of one report. */
export type Located = Point & { reportId?: string | undefined; homeId?: string | undefined };

/** The other ticket, how surely it is the same, and why. */
export type Likened = Required<Pick<HistoryDetails, 'ticketId' | 'ticketNumber' | 'score' | 'because'>>;

/** What the pipeline, the SLA clock and photo intake do to tickets, inside their own transactions. */
export function createIntakeCommands({ pack, areas, clock }: Omit<TicketDeps, 'db'>) {
  const write = (actor: Actor) => ({ actor, at: isoNow(clock) });

  /** The state of a ticket that is about to be opened. */
  function draft(input: OpenTicket, at: string): Opening {
    const category = findCategory(pack, input.category);
    const location = input.location && describePlace(input.location, input.location.source, areas);
    const priority = input.priority ?? category.priority;
    const { reportId, personId, facts } = input;
    const part = {
      reportId,
      personId,
      category: category.code,
      priority,
      facts,
      ...(location && { location }),
    };
    const details: HistoryDetails = { reportId, category: category.code, parts: [part] };
    if (input.because) details.because = input.because;
    if (input.likened?.number) {
      const { ticketId, number: ticketNumber, score } = input.likened;
      Object.assign(details, { ticketId, ticketNumber, score });
    }
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
    return appendOpenings(line, openings, numberPrefixOf(pack, clock.now()), { actor, at });
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
      const [ticket, persons] = await inOneFlight(trx, (line) => [
        lockTicket(line, ticketId),
        readPersons(line, ticketId, [input.reportId, ...(input.toCome ?? [])]),
      ]);
      const { location: point, because, toCome: _toCome, ...given } = input;
      const location = point ? describePlace(point, point.source, areas) : undefined;
      const part = { ...given, location };
      const changes = withReport({ ticket, persons }, part, pack.burst);
      const details: HistoryDetails = { reportId: input.reportId, parts: [part] };
      if (because) details.because = because;
      if (changes.priority) {
        Object.assign(details, { fromPriority: ticket.priority, toPriority: changes.priority });
        const graver = morePressing(ticket.priority, input.priority ?? 'low');
        if (changes.priority !== graver)
          details.because = [...(because ?? []), `${persons.size + 1} reporters`];
      }
      return appendEntry(trx, ticket, { type: 'ticket.reported', changes, details }, write(actor));
    },

    /**
     * Takes over a better place for the ticket; changes nothing, and answers null, when the present one is as good.
     */
    async locate(
      trx: Transaction,
      ticketId: string,
      { reportId, homeId, ...point }: Located,
      actor: Actor,
    ): Promise<TicketState | null> {
      const ticket = await lockTicket(trx, ticketId);
      if (!isBetterPlace(ticket.location, point)) return null;
      const changes = {
        location: describePlace(point, point.source, areas),
        ...(ticket.facts.place || ticket.facts.outside ? { facts: withoutPlace(ticket.facts) } : {}),
      };
      const details = { parts: [{ reportId, homeId }] };
      return appendEntry(trx, ticket, { type: 'ticket.located', changes, details }, write(actor));
    },

    /** Ends a ticket in favour of another, both of them locked, for the reasons given. */
    async absorb(
      trx: Transaction,
      ticket: TicketState,
      into: { ticketId: string; because: string[] },
      actor: Actor,
    ): Promise<TicketState> {
      const category =
        pack.categories.find(({ code }) => code === ticket.category) ??
        findCategory(pack, pack.fallbackCategory);
      const body = { version: ticket.version, into: into.ticketId };
      const { because } = into;
      return mergeInto(trx, ticket, body, { category, burst: pack.burst, write: write(actor), because });
    },

    /** Notes on the ticket that it may be the same incident as another. */
    async liken(trx: Transaction, ticketId: string, details: Likened, actor: Actor): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      return appendEntry(trx, ticket, { type: 'ticket.likened', changes: {}, details }, write(actor));
    },

    /** Notes a sensor's level on the ticket it opened. */
    async measure(trx: Transaction, ticketId: string, input: Measured, actor: Actor): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      const priority = input.priority ? morePressing(ticket.priority, input.priority) : ticket.priority;
      const { value, unit } = input.level;
      const details: HistoryDetails = {
        level: { value, unit, fell: input.fell },
        parts: [{ priority: input.priority, homeId: input.homeId }],
      };
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
