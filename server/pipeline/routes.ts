import { Router } from 'express';
import { z } from 'zod';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { authorOf, recordAct } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { parseBody } from '../platform/parse.ts';
import { createJudgeReport } from '../pranks/judge-report.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { listFailedReports, retryFailedReport } from './failed-reports.ts';
import { createRestoreReport, listSetAside } from './set-aside-reports.ts';

const params = z.object({ id: z.uuid() });

/** What people do about reports that did not become tickets. */
export function createPipelineRoutes(deps: {
  db: Database;
  pack: CityPack;
  commands: TicketCommands;
  backend: Pick<QueueBackend, 'queue'>;
}): Router {
  const { db, pack, backend } = deps;
  const restoreReport = createRestoreReport(deps);
  const judge = createJudgeReport(db, pack);
  const router = Router();

  router.get('/api/set-aside', async (_req, res) => {
    authorise(res, 'reports.set-aside.read');
    res.json({ reports: await listSetAside(db, judge) });
  });

  router.post('/api/set-aside/:id/restore', async (req, res) => {
    const actor = authorise(res, 'ticket.create');
    const { id } = parseBody(params, req.params);
    const ticket = await restoreReport(id, actor);
    await recordAct(db, authorOf(req, res), {
      kind: 'report.restored',
      subject: ticket.number,
      subjectId: id,
    });
    res.status(201).json(presentLiveTicket(ticket, pack));
  });

  router.get('/api/failed-reports', async (_req, res) => {
    authorise(res, 'health.read');
    res.json({ reports: await listFailedReports(db) });
  });

  router.post('/api/failed-reports/:id/retry', async (req, res) => {
    authorise(res, 'queues.manage');
    const { id } = parseBody(params, req.params);
    await retryFailedReport(db, backend, id);
    await recordAct(db, authorOf(req, res), { kind: 'report.retried', subject: id, subjectId: id });
    res.status(202).json({ id });
  });

  return router;
}
