import { Router } from 'express';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { createTicketBody } from '../../../shared/wire/api.ts';
import type { Database } from '../../database/connect.ts';
import { authorise } from '../../platform/actor.ts';
import { parseBody } from '../../platform/parse.ts';
import { keepWithin } from '../../platform/within.ts';
import { presentLiveTicket } from '../../tickets/present.ts';
import type { createEnterTicket } from './enter-ticket.ts';
import { listLiveCalls } from './live-calls.ts';

/** The operator's own door: entries by hand, and the 112 calls they belong to. */
export function createOperatorRoutes({
  db,
  pack,
  enterTicket,
}: {
  db: Database;
  pack: CityPack;
  enterTicket: ReturnType<typeof createEnterTicket>;
}): Router {
  const router = Router();

  router.post('/api/tickets', async (req, res) => {
    const actor = authorise(res, 'ticket.create');
    const body = parseBody(createTicketBody, req.body);
    const { ticket, created } = await keepWithin(enterTicket(body, actor));
    res.status(created ? 201 : 200).json(presentLiveTicket(ticket, pack));
  });

  router.get('/api/calls', async (_req, res) => {
    authorise(res, 'calls.read');
    res.json({ calls: await listLiveCalls(db) });
  });

  return router;
}
