import { Router } from 'express';
import { z } from 'zod';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { COMMANDS } from '../../shared/ticket/transitions.ts';
import { commandBodies, ticketsQuery } from '../../shared/wire/api.ts';
import { verdictBody } from '../../shared/wire/likeness.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import { parseBody } from '../platform/parse.ts';
import { keepWithin } from '../platform/within.ts';
import { findTicket, readDetail } from './detail.ts';
import { presentLiveTicket } from './present.ts';
import { listTickets } from './queries.ts';
import type { TicketCommands } from './ticket-commands.ts';
import { createDecideLikeness } from './verdict.ts';

/** People wait longer than senders do, but not as long as a statement may take on a database that hangs. */
const ANSWER_WITHIN_MS = 5000;

const params = z.object({ id: z.uuid() });
const proposalParams = z.object({ id: z.uuid(), proposalId: z.uuid() });

/** Reading tickets and giving them commands. */
export function createTicketRoutes({
  db,
  pack,
  tickets,
  clock,
}: {
  db: Database;
  pack: CityPack;
  tickets: TicketCommands;
  clock: Clock;
}): Router {
  const decideLikeness = createDecideLikeness({ db, pack, tickets, clock });
  const router = Router();

  router.get('/api/tickets', async (req, res) => {
    const actor = authorise(res, 'tickets.list');
    const query = parseBody(ticketsQuery, req.query);
    res.json(await keepWithin(listTickets(db, pack, query, actor.departmentCode), ANSWER_WITHIN_MS));
  });

  router.get('/api/tickets/:id', async (req, res) => {
    authorise(res, 'ticket.read');
    const { id } = parseBody(params, req.params);
    const ticket = await keepWithin(findTicket(db, id), ANSWER_WITHIN_MS);
    res.json(await readDetail(db, pack, ticket, authorise(res, 'ticket.read', ticket)));
  });

  router.post('/api/tickets/:id/proposals/:proposalId', async (req, res) => {
    const actor = authorise(res, 'ticket.merge');
    const { id, proposalId } = parseBody(proposalParams, req.params);
    const body = parseBody(verdictBody, req.body);
    const ticket = await keepWithin(decideLikeness(id, proposalId, body, actor), ANSWER_WITHIN_MS);
    res.json(presentLiveTicket(ticket, pack));
  });

  for (const command of COMMANDS) {
    router.post(`/api/tickets/:id/${command}`, async (req, res) => {
      const actor = authorise(res, `ticket.${command}`);
      const { id } = parseBody(params, req.params);
      const body = parseBody(commandBodies[command], req.body);
      const ticket = await keepWithin(tickets.perform(command, id, body, actor), ANSWER_WITHIN_MS);
      res.json(presentLiveTicket(ticket, pack));
    });
  }
  return router;
}
