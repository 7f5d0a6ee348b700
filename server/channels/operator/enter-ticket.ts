import type { Actor } from '../../../shared/access/actor.ts';
import { systemActor } from '../../../shared/access/actor.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { ParsedReport } from '../../../shared/report/report.ts';
import { isOpen, type TicketState } from '../../../shared/ticket/ticket.ts';
import { isPossible } from '../../../shared/ticket/transitions.ts';
import type { CreateTicketBody } from '../../../shared/wire/api.ts';
import type { Database, Transaction } from '../../database/connect.ts';
import { knowPhone } from '../../intake/know-phone.ts';
import { type Clock, isoNow } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { lockInOrder, lockReportsOf, lockTicket } from '../../tickets/lock.ts';
import { keepProposals } from '../../tickets/proposals.ts';
import type { TicketCommands } from '../../tickets/ticket-commands.ts';
import { createPlaceOfReport, type PlaceOfReport } from '../../understand/places/place-of-report.ts';
import { findCall, ticketOfReport } from './call-rows.ts';
import { pointOf, toReport } from './entry-report.ts';

type InsertReport = (trx: Transaction, report: ParsedReport) => Promise<{ id: string; duplicate: boolean }>;

/** What is told of an incident: `words` to compare it by. */
type Told = Pick<PlaceOfReport, 'point'> & { category: string; words: string };

/** An open ticket that may be the same incident, how surely (0 to 1) and why. */
type Likely = { ticketId: string; number?: string | undefined; score: number; because: string[] };

type EnterDeps = {
  db: Database;
  pack: CityPack;
  tickets: TicketCommands;
  insertReport: InsertReport;
  clock: Clock;
  /** What an entry may be the same as, before it becomes a ticket of its own. */
  findLikely?: (trx: Transaction, told: Told) => Promise<Likely[]>;
  /** Proposes what a call may be the same as, once it is known what and where. */
  liken?: (trx: Transaction, ticket: TicketState, reportId: string) => Promise<void>;
};

/** The entry as a report, who told it, and where it is, by its pin or else by its words. */
type Entry = { reportId: string; personId: string | undefined; place: PlaceOfReport };

/** Takes what an operator enters by hand. */
export function createEnterTicket({ db, pack, tickets, insertReport, clock, findLikely, liken }: EnterDeps) {
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
    const place = placeOf(wordsOf(body), pointOf(entry.location));
    return db.transaction().execute(async (trx) => {
      const report = await insertReport(trx, entry);
      if (report.duplicate) return { ticket: await ticketOfReport(trx, report.id), created: false };
      const told = { reportId: report.id, personId, place };
      if (body.joinTicketId !== undefined) {
        const ticket = await joinKnown(trx, told, body.joinTicketId, body.callId, actor);
        return { ticket, created: false };
      }
      const call = body.callId === undefined ? null : await findCall(trx, body.callId);
      const known = call?.ticketId == null ? null : await lockTicket(trx, call.ticketId);
      const ticket =
        known && isOpen(known.status)
          ? await completeCall(trx, known, told, body, actor)
          : await openVerified(trx, told, body, actor, known === null);
      const reportIds = call && !known ? [report.id, call.reportId] : [report.id];
      await markProcessed(trx, reportIds, ticket.id);
      const created = ticket.id !== known?.id;
      // One of its own was compared before it was opened.
      if (known === null || !liken) return { ticket, created };
      await liken(trx, ticket, report.id);
      return { ticket: await lockTicket(trx, ticket.id), created };
    });
  }

  /** Says the same of a ticket there is. A call's own ticket, which tells no more than that somebody calls, ends in it. */
  async function joinKnown(
    trx: Transaction,
    told: Entry,
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

  /** `noneLocked`: no ticket is locked yet, so the locks of its place may be taken (docs/decisions/matching.md). */
  async function openVerified(
    trx: Transaction,
    told: Entry,
    body: CreateTicketBody,
    actor: Actor,
    noneLocked: boolean,
  ): Promise<TicketState> {
    const { category = pack.fallbackCategory, priority } = body;
    const channel = body.callId === undefined ? 'operator' : '112';
    const { point } = told.place;
    const likely = (noneLocked && (await findLikely?.(trx, { point, category, words: wordsOf(body) }))) || [];
    const ticket = await tickets.open(
      trx,
      { ...contributionOf(told), channel, category, priority, status: 'verified', likened: likely[0] },
      actor,
    );
    const proposals = likely.map(({ ticketId: otherId, score, because }) => ({
      ...{ ticketId: ticket.id, otherId, reportId: told.reportId, score, because },
    }));
    await keepProposals(trx, proposals, isoNow(clock));
    return ticket;
  }

  async function completeCall(
    trx: Transaction,
    known: TicketState,
    told: Entry,
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

function contributionOf({ reportId, personId, place }: Entry) {
  return { reportId, personId, facts: place.facts, location: place.point };
}

/** All that was written down of what the caller said. */
function wordsOf({ address, text }: CreateTicketBody): string {
  return [address, text].filter(Boolean).join('\n');
}
