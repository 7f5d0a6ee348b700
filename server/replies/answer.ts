import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { pinRequestOf } from '../../shared/city/pin-request.ts';
import { type ReplyKind, type ReplySetUp, reachOf, type Saying } from '../../shared/reply/reach.ts';
import type { LeftOut, ReplyAnswer, ReplyBody } from '../../shared/wire/replies.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { narrowTo, type Recipient, readRecipients } from './recipients.ts';
import { insertReplies, listByCommand, type NewReply } from './reply-rows.ts';
import type { Template } from './send-settings.ts';

export type AnswerDeps = {
  db: Database;
  pack: CityPack;
  tickets: TicketCommands;
  clock: Clock;
  setUp: ReplySetUp;
  /** What goes out past the 24 hours; there where `setUp` says so. */
  template: Template | null;
  /** Has what was committed sent soon; what is lost here the sweep finds. */
  announce(replyIds: readonly string[]): Promise<void>;
};

type Going = { recipient: Recipient; kind: ReplyKind; text: string };

/**
 * Answers a ticket's reporters: each person once and in their own channel, quoting the latest they wrote. The entry in
 * the ticket's history and one row a recipient are one transaction; nothing is sent before it. Who cannot be answered is
 * named in the answer; where that is everybody, nothing is done (`unanswerable`, with the list).
 * What is said without a text asks for a pin, in each reporter's language. The same `commandId` again changes nothing. Throws as `takeForAnswer`, and invalid for a report that is not the
 * ticket's.
 */
export function createAnswer({ db, pack, tickets, clock, setUp, template, announce }: AnswerDeps) {
  return async (ticketId: string, body: ReplyBody, actor: Actor): Promise<ReplyAnswer> => {
    const answer = await db.transaction().execute((trx) => answerIn(trx, ticketId, body, actor));
    await announce(answer.replies.map(({ id }) => id));
    return answer;
  };

  async function answerIn(
    trx: Transaction,
    ticketId: string,
    body: ReplyBody,
    actor: Actor,
  ): Promise<ReplyAnswer> {
    const { commandId, ask = null } = body;
    const { ticket, isDone } = await tickets.takeForAnswer(trx, ticketId, body, actor);
    if (isDone) {
      const replies = await listByCommand(trx, ticketId, commandId ?? '');
      return { ...presentLiveTicket(ticket, pack), replies, leftOut: [] };
    }
    const sayTo = ({ language }: Recipient): Saying => ({
      text: body.text ?? pinRequestOf(pack, language),
      ask,
    });
    const { going, leftOut } = sortOut(await choose(trx, ticketId, body.reportIds), sayTo);
    if (going.length === 0) {
      const detail = leftOut.map(({ channel, obstacle }) => `${channel}: ${obstacle}`).join('; ');
      throw new AppError('unanswerable', { detail: detail || 'nobody reported this', extra: { leftOut } });
    }
    const common = { ticketNumber: ticket.number, ask, actor, commandId, at: isoNow(clock) };
    const replies = await insertReplies(
      trx,
      going.map((one) => rowOf(one, template)),
      common,
    );
    const reportIds = replies.map(({ reportId }) => reportId);
    const details = { reportIds, reportCount: replies.length, ...(ask && { ask }) };
    const after = await tickets.noteAnswer(trx, ticket, details, { actor, commandId });
    return { ...presentLiveTicket(after, pack), replies, leftOut };
  }

  async function choose(
    trx: Transaction,
    ticketId: string,
    reportIds: readonly string[] | undefined,
  ): Promise<Recipient[]> {
    const recipients = await readRecipients(trx, ticketId);
    if (reportIds === undefined) return recipients;
    const { chosen, strange } = narrowTo(recipients, reportIds);
    if (strange === undefined) return chosen;
    const message = `no report ${strange} of a reporter in this ticket`;
    throw new AppError('invalid', { detail: message, errors: [{ field: 'reportIds', message }] });
  }

  function sortOut(recipients: readonly Recipient[], sayTo: (recipient: Recipient) => Saying) {
    const going: Going[] = [];
    const leftOut: LeftOut[] = [];
    for (const recipient of recipients) {
      const saying = sayTo(recipient);
      const reach = reachOf(recipient, setUp, clock.now(), saying);
      if ('kind' in reach) going.push({ recipient, kind: reach.kind, text: saying.text });
      else {
        const { channel, name } = recipient;
        leftOut.push({ reportId: latestOf(recipient), channel, name, obstacle: reach.obstacle });
      }
    }
    return { going, leftOut };
  }
}

/** The report that is answered. */
export function latestOf({ reportIds }: Pick<Recipient, 'reportIds'>): string {
  return reportIds.at(-1) ?? '';
}

function rowOf({ recipient, kind, text }: Going, template: Template | null): NewReply {
  const { channel, personId, address } = recipient;
  return {
    ...{ reportId: latestOf(recipient), channel, personId, kind, text },
    sendTo: kind === 'kept' ? null : address,
    template: templateOf(kind, template),
  };
}

/** The template, where an answer of this kind goes out with one. */
export function templateOf(kind: ReplyKind, template: Template | null): Template | null {
  return kind === 'template' ? template : null;
}
