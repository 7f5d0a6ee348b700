import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../shared/access/actor.ts';
import { systemActor } from '../../../shared/access/actor.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { normalisePhone } from '../../../shared/report/phone.ts';
import type { ParsedReport, ReportedLocation } from '../../../shared/report/report.ts';
import { isOpen, type TicketState } from '../../../shared/ticket/ticket.ts';
import { isPossible } from '../../../shared/ticket/transitions.ts';
import type { CreateTicketBody } from '../../../shared/wire/api.ts';
import type { Database, Transaction } from '../../database/connect.ts';
import { knowPhone } from '../../intake/know-phone.ts';
import { type Clock, isoNow } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { lockInOrder, lockReportsOf, lockTicket } from '../../tickets/lock.ts';
import { stateFromRow } from '../../tickets/state.ts';
import type { TicketCommands } from '../../tickets/ticket-commands.ts';
import { createPlaceOfReport, type PlaceOfReport } from '../../understand/places/place-of-report.ts';

type InsertReport = (trx: Transaction, report: ParsedReport) => Promise<{ id: string; duplicate: boolean }>;

type EnterDeps = {
  db: Database;
  pack: CityPack;
  tickets: TicketCommands;
  insertReport: InsertReport;
  clock: Clock;
  /** Proposes what a call may be the same as, once it is known what and where. */
  liken?: (trx: Transaction, ticket: TicketState, reportId: string) => Promise<void>;
};

/** The entry as a report, who told it, and where it is, by its pin or else by its words. */
type Told = { reportId: string; personId: string | undefined; place: PlaceOfReport };

/** Takes what an operator enters by hand. */
export function createEnterTicket({ db, pack, tickets, insertReport, clock, liken }: EnterDeps) {
  const placeOf = createPlaceOfReport(pack);

  /**
   * Keeps the entry as a report and opens a verified ticket for it; what is learnt in a 112 call goes to
   * that call's ticket instead. The same `entryId` again answers the same ticket.
   */
  async function enterTicket(
    body: CreateTicketBody,
    actor: Actor,
  ): Promise<{ ticket: TicketState; created: boolean }> {
    const entry = toReport(body, isoNow(clock), pack.callingCode);
    const phone = entry.reporter?.phone;
    // Before anything is locked: names have locks of their own.
    const personId = (phone && (await knowPhone(db, phone))) || undefined;
    const place = placeOf([body.address, body.text].filter(Boolean).join('\n'), pointOf(entry.location));
    return db.transaction().execute(async (trx) => {
      const report = await insertReport(trx, entry);
      if (report.duplicate) return { ticket: await ticketOfReport(trx, report.id), created: false };
      const told = { reportId: report.id, personId, place };
      if (body.joinTicketId !== undefined) {
        const ticket = await joinKnown(trx, told, body.joinTicketId, body.callId, actor);
        return { ticket, created: false };
      }
      const call = body.callId === undefined ? null : await lockCall(trx, body.callId);
      const known = call?.ticket ?? null;
      const ticket =
        known && isOpen(known.status)
          ? await completeCall(trx, known, told, body, actor)
          : await openVerified(trx, told, body, actor);
      const reportIds = call && !known ? [report.id, call.reportId] : [report.id];
      await markProcessed(trx, reportIds, ticket.id);
      const created = ticket.id !== known?.id;
      if (body.callId === undefined || !liken) return { ticket, created };
      await liken(trx, ticket, report.id);
      return { ticket: await lockTicket(trx, ticket.id), created };
    });
  }

  /** Says the same of a ticket there is. A call's own ticket, which tells no more than that somebody calls, ends in it. */
  async function joinKnown(
    trx: Transaction,
    told: Told,
    ticketId: string,
    callId: string | undefined,
    actor: Actor,
  ): Promise<TicketState> {
    const call = callId === undefined ? null : await findCall(trx, callId);
    const ownId = call?.ticketId ?? null;
    if (ownId !== null) await lockReportsOf(trx, ownId);
    await lockInOrder(trx, ownId === null ? [ticketId] : [ownId, ticketId]);
    const known = await lockTicket(trx, ticketId);
    if (!isOpen(known.status))
      throw new AppError('impossible', { detail: `${known.number} is ${known.status}` });
    const joined = await tickets.join(trx, ticketId, contributionOf(told), actor);
    await markProcessed(
      trx,
      call && ownId === null ? [told.reportId, call.reportId] : [told.reportId],
      ticketId,
    );
    const own = ownId === null || ownId === ticketId ? null : await lockTicket(trx, ownId);
    if (own === null || !isPossible(own.status, 'merge')) return joined;
    await tickets.performIn(trx, 'merge', own.id, { version: own.version, into: ticketId }, actor);
    return lockTicket(trx, ticketId);
  }

  async function markProcessed(trx: Transaction, reportIds: string[], ticketId: string): Promise<void> {
    await trx
      .updateTable('report')
      .set({ state: 'processed', processed_at: new Date(clock.now()), ticket_id: ticketId })
      .where('id', 'in', reportIds)
      .execute();
  }

  async function openVerified(
    trx: Transaction,
    told: Told,
    body: CreateTicketBody,
    actor: Actor,
  ): Promise<TicketState> {
    const { category = pack.fallbackCategory, priority } = body;
    const channel = body.callId === undefined ? 'operator' : '112';
    return tickets.open(
      trx,
      { ...contributionOf(told), channel, category, priority, status: 'verified' },
      actor,
    );
  }

  async function completeCall(
    trx: Transaction,
    known: TicketState,
    told: Told,
    body: CreateTicketBody,
    actor: Actor,
  ): Promise<TicketState> {
    const joined = await tickets.join(trx, known.id, contributionOf(told), systemActor('intake'));
    if (!isPossible(joined.status, 'verify')) return joined;
    const { category, priority } = body;
    return tickets.performIn(trx, 'verify', known.id, { version: joined.version, category, priority }, actor);
  }

  return enterTicket;
}

function contributionOf({ reportId, personId, place }: Told) {
  return { reportId, personId, facts: place.facts, location: place.point };
}

/** As tickets take it: without the words that came with it. */
function pointOf(location: ReportedLocation | null): PlaceOfReport['point'] {
  return location && { ...location, accuracyM: location.accuracyM ?? null };
}

function toReport(body: CreateTicketBody, at: string, callingCode: string): ParsedReport {
  const location: ReportedLocation | null = body.location && {
    ...body.location,
    source: 'operator',
    ...(body.address === undefined ? {} : { address: body.address }),
  };
  return {
    channel: 'operator',
    externalId: body.entryId ?? randomUUID(),
    text: body.text,
    occurredAt: at,
    reporter: body.reporter
      ? {
          ...(body.reporter.name === undefined ? {} : { name: body.reporter.name }),
          ...(body.reporter.phone === undefined
            ? {}
            : { phone: normalisePhone(body.reporter.phone, callingCode) }),
        }
      : null,
    location,
    ...(body.callId === undefined ? {} : { inReplyTo: body.callId }),
    raw: body,
  };
}

async function findCall(
  trx: Transaction,
  callId: string,
): Promise<{ reportId: string; ticketId: string | null } | null> {
  const report = await trx
    .selectFrom('report')
    .select(['id', 'ticket_id'])
    .where('channel', '=', '112')
    .where('external_id', '=', callId)
    .forUpdate()
    .executeTakeFirst();
  return report ? { reportId: report.id, ticketId: report.ticket_id } : null;
}

async function lockCall(
  trx: Transaction,
  callId: string,
): Promise<{ reportId: string; ticket: TicketState | null } | null> {
  const call = await findCall(trx, callId);
  if (call === null) return null;
  return {
    reportId: call.reportId,
    ticket: call.ticketId === null ? null : await lockTicket(trx, call.ticketId),
  };
}

async function ticketOfReport(trx: Transaction, reportId: string): Promise<TicketState> {
  const row = await trx
    .selectFrom('ticket')
    .innerJoin('report', 'report.ticket_id', 'ticket.id')
    .selectAll('ticket')
    .where('report.id', '=', reportId)
    .executeTakeFirstOrThrow();
  return stateFromRow(row);
}
