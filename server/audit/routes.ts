import { Router } from 'express';
import { auditQuery } from '../../shared/wire/audit.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { parseBody } from '../platform/parse.ts';
import { exportAudit } from './export.ts';
import { authorOf, recordAct } from './record.ts';
import { searchAudit } from './search.ts';

/** What people did, to read and to take away. */
export function createAuditRoutes(db: Database): Router {
  const router = Router();

  router.get('/api/audit', async (req, res) => {
    authorise(res, 'audit.read');
    res.json(await searchAudit(db, parseBody(auditQuery, req.query)));
  });

  router.get('/api/audit.csv', async (req, res) => {
    authorise(res, 'audit.read');
    const { cursor: _cursor, limit: _limit, ...filters } = parseBody(auditQuery, req.query);
    await recordAct(db, authorOf(req, res), { kind: 'audit.exported', details: filters });
    const csv = await exportAudit(db, { ...filters, limit: 1 });
    res.type('text/csv').attachment('audit.csv').send(csv);
  });

  return router;
}
