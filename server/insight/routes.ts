import { Router } from 'express';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { insightFileQuery, insightQuery, insightTicketsQuery } from '../../shared/wire/insight.ts';
import { createSenderLimit } from '../channels/sender-limit.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import { parseBody } from '../platform/parse.ts';
import { keepWithin } from '../platform/within.ts';
import { FILE_KINDS } from './files.ts';
import { listInsightTickets } from './list-tickets.ts';
import { readInsight } from './read-insight.ts';
import { reportOf } from './report.ts';

const ANSWER_WITHIN_MS = 8000;
/** For each person; a page asks again every half minute, a file is made by hand. */
const ASKED_PER_MINUTE = 120;
const FILES_PER_MINUTE = 20;

/** The executive's figures, the tickets behind them, and the same figures as files. */
export function createInsightRoutes({
  db,
  pack,
  clock,
}: {
  db: Database;
  pack: CityPack;
  clock: Clock;
}): Router {
  const router = Router();
  const asked = createSenderLimit({ perMinute: ASKED_PER_MINUTE, clock });
  const files = createSenderLimit({ perMinute: FILES_PER_MINUTE, clock });
  const deps = { db, pack, timeZone: pack.timeZone, clock };

  router.get('/api/insight', async (req, res) => {
    asked.take(authorise(res, 'insight.read').id);
    const query = parseBody(insightQuery, req.query);
    res.json(await keepWithin(readInsight(deps, query), ANSWER_WITHIN_MS));
  });

  router.get('/api/insight/tickets', async (req, res) => {
    asked.take(authorise(res, 'insight.read').id);
    const query = parseBody(insightTicketsQuery, req.query);
    res.json(await keepWithin(listInsightTickets(deps, query), ANSWER_WITHIN_MS));
  });

  for (const [kind, { type, write }] of Object.entries(FILE_KINDS)) {
    router.get(`/api/insight/export.${kind}`, async (req, res) => {
      files.take(authorise(res, 'insight.read').id);
      const query = parseBody(insightFileQuery, req.query);
      const insight = await keepWithin(readInsight(deps, query), ANSWER_WITHIN_MS);
      const file = await write(reportOf(insight, pack, query.language));
      const { from, to } = insight.period;
      res.attachment(`${pack.id}-${from}-${to}.${kind}`).type(type).send(file);
    });
  }
  return router;
}
