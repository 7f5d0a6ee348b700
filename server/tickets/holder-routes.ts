import { Router } from 'express';
import { sql } from 'kysely';
import type { Holder, HoldersAnswer } from '../../shared/wire/holders.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { keepWithin } from '../platform/within.ts';

/** Who has which of the department's tickets: an answer of its own, since walls get the same live tickets and no names. */
export function createHolderRoutes(db: Database): Router {
  const router = Router();
  router.get('/api/opd/holders', async (_req, res) => {
    const { departmentCode } = authorise(res, 'opd.holders.read');
    const answer: HoldersAnswer = { holders: await keepWithin(readHolders(db, departmentCode ?? '')) };
    res.json(answer);
  });
  return router;
}

/** The last who accepted or began each ticket that a department has in hand, from the log. */
async function readHolders(db: Database, departmentCode: string): Promise<Holder[]> {
  const { rows } = await sql<Omit<Holder, 'since'> & { since: Date }>`
    select ticket.id as "ticketId", did.actor ->> 'id' as "userId", did.actor ->> 'name' as name,
      case did.type when 'ticket.started' then 'started' else 'acknowledged' end as did, did.at as since
    from ticket cross join lateral (
      select actor, type, at from ticket_log
      where ticket_id = ticket.id and type in ('ticket.acknowledged', 'ticket.started')
      order by version desc limit 1
    ) as did
    where ticket.department_code = ${departmentCode} and ticket.is_open
      and ticket.status in ('acknowledged', 'in_progress')`.execute(db);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
