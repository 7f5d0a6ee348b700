import { Router } from 'express';
import { z } from 'zod';
import { can } from '../../shared/access/policy.ts';
import { reachOf, windowEnd } from '../../shared/reply/reach.ts';
import { maskPhone } from '../../shared/report/phone.ts';
import { type RepliesAnswer, type ReplyRecipient, replyBody } from '../../shared/wire/replies.ts';
import { type Author, authorOf, recordAct } from '../audit/record.ts';
import { authorise } from '../platform/actor.ts';
import { isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { parseBody } from '../platform/parse.ts';
import { keepWithin } from '../platform/within.ts';
import { findTicket } from '../tickets/detail.ts';
import { type AnswerDeps, createAnswer, latestOf, templateOf } from './answer.ts';
import { type Recipient, readRecipients } from './recipients.ts';
import { listReplies, putBack } from './reply-rows.ts';

const ANSWER_WITHIN_MS = 5000;

const params = z.object({ id: z.uuid() });
const replyParams = z.object({ id: z.uuid(), replyId: z.uuid() });

type Told = { id: string; number: string };

/** Answering a ticket's reporters, and what became of the answers. */
export function createReplyRoutes(deps: AnswerDeps): Router {
  const { db, clock, setUp, template, announce } = deps;
  const answer = createAnswer(deps);
  const router = Router();

  router.post('/api/tickets/:id/reply', async (req, res) => {
    const actor = authorise(res, 'ticket.reply');
    const { id } = parseBody(params, req.params);
    const body = parseBody(replyBody, req.body);
    res.json(await keepWithin(answer(id, body, actor), ANSWER_WITHIN_MS));
  });

  router.get('/api/tickets/:id/replies', async (req, res) => {
    const actor = authorise(res, 'ticket.reply');
    const { id } = parseBody(params, req.params);
    const ticket = await keepWithin(findTicket(db, id), ANSWER_WITHIN_MS);
    authorise(res, 'ticket.reply', ticket);
    const [replies, people] = await Promise.all([listReplies(db, id), readRecipients(db, id)]);
    const recipients = people.map((person) => present(person, can(actor, 'callers.read')));
    res.json({ replies, recipients } satisfies RepliesAnswer);
  });

  router.post('/api/tickets/:id/replies/:replyId/retry', async (req, res) => {
    authorise(res, 'ticket.reply');
    const { id, replyId } = parseBody(replyParams, req.params);
    const ticket = await keepWithin(findTicket(db, id), ANSWER_WITHIN_MS);
    authorise(res, 'ticket.reply', ticket);
    await keepWithin(retry(ticket, replyId, authorOf(req, res)), ANSWER_WITHIN_MS);
    res.status(202).json({ id: replyId });
  });

  /** How it goes now may be another way than it went: the window may have closed, or opened. */
  async function retry({ id: ticketId, number }: Told, replyId: string, author: Author): Promise<void> {
    await db.transaction().execute(async (trx) => {
      const reply = (await listReplies(trx, ticketId)).find(({ id }) => id === replyId);
      const people = await readRecipients(trx, ticketId);
      const person = people.find(({ reportIds }) => reply && reportIds.includes(reply.reportId));
      if (!reply || !person) throw new AppError('not-found', { detail: `reply ${replyId}` });
      const reach = reachOf(person, setUp, clock.now(), reply);
      if ('obstacle' in reach) {
        const { channel, name } = person;
        const leftOut = [{ reportId: latestOf(person), channel, name, obstacle: reach.obstacle }];
        throw new AppError('unanswerable', { detail: `${channel}: ${reach.obstacle}`, extra: { leftOut } });
      }
      const { kind } = reach;
      const change = { kind, template: templateOf(kind, template), at: isoNow(clock) };
      if (await putBack(trx, ticketId, replyId, change))
        await recordAct(trx, author, { kind: 'reply.retried', subject: number, subjectId: replyId });
    });
    await announce([replyId]);
  }

  function present(person: Recipient, mayCall: boolean): ReplyRecipient {
    const reach = reachOf(person, setUp, clock.now());
    const until = windowEnd(person);
    const { channel, reportIds, name, phone } = person;
    return {
      reportId: latestOf(person),
      reportIds,
      channel,
      name,
      phone: phone === null || mayCall ? phone : maskPhone(phone),
      kind: 'kind' in reach ? reach.kind : null,
      obstacle: 'obstacle' in reach ? reach.obstacle : null,
      windowUntil: until === null ? null : new Date(until).toISOString(),
    };
  }

  return router;
}
