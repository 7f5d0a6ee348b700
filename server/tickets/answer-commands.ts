import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { HistoryDetails } from '../../shared/wire/api.ts';
import type { Transaction } from '../database/connect.ts';
import { isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry } from './append.ts';
import { type TicketDeps, versionConflict } from './commands.ts';
import { wasDone } from './done-before.ts';
import { lockTicket } from './lock.ts';

/** What every command carries. */
type Given = { version: number; commandId?: string | undefined };

/** What is told of an answer in the ticket's history: never its words. */
export type AnswerDetails = Required<Pick<HistoryDetails, 'reportIds' | 'reportCount'>> &
  Pick<HistoryDetails, 'ask'>;

/** Answering reporters, as far as it is the ticket's: who answers, and the entry in its history. */
export function createAnswerCommands({ pack, clock }: Pick<TicketDeps, 'pack' | 'clock'>) {
  return {
    /**
     * Locks a ticket for an answer. `isDone`: this very command was carried out before. Throws not-found, forbidden,
     * conflict (with the newer ticket), impossible for one that was merged: its reports are elsewhere.
     */
    async takeForAnswer(
      trx: Transaction,
      ticketId: string,
      { version, commandId }: Given,
      actor: Actor,
    ): Promise<{ ticket: TicketState; isDone: boolean }> {
      const ticket = await lockTicket(trx, ticketId);
      if (!can(actor, 'ticket.reply', ticket)) throw new AppError('forbidden', { detail: 'ticket.reply' });
      if (await wasDone(trx, ticketId, commandId)) return { ticket, isDone: true };
      if (version !== ticket.version) throw versionConflict(ticket, pack);
      if (ticket.status === 'merged')
        throw new AppError('impossible', { detail: `${ticket.number} was merged into another ticket` });
      return { ticket, isDone: false };
    },

    /** Notes that reporters were answered; the last that is done before the commit. */
    noteAnswer(
      trx: Transaction,
      ticket: TicketState,
      details: AnswerDetails,
      { actor, commandId }: { actor: Actor; commandId?: string | undefined },
    ): Promise<TicketState> {
      const decided = { type: 'ticket.replied' as const, changes: {}, details };
      return appendEntry(trx, ticket, decided, { actor, at: isoNow(clock), commandId });
    },
  };
}
