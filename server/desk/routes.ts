import { Router } from 'express';
import { z } from 'zod';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import { callerBody, nearQuery } from '../../shared/wire/entry.ts';
import { saveFilterBody } from '../../shared/wire/filter.ts';
import { authorOf, recordAct } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import { parseBody } from '../platform/parse.ts';
import { keepWithin } from '../platform/within.ts';
import { presentEntryWords } from './entry-words.ts';
import { listFilters, removeFilter, saveFilter } from './filters.ts';
import { listNear } from './near.ts';
import { listByCaller, readPerson, takeOffAlias } from './people.ts';
import { createReadUnderstanding } from './understanding.ts';

const ANSWER_WITHIN_MS = 5000;
const params = z.object({ id: z.uuid() });

type DeskDeps = { db: Database; pack: CityPack; clock: Clock };

/** What the desk asks beside tickets. Before the tickets' own routes, whose `:id` would take `near` for an id. */
export function createDeskRoutes({ db, pack, clock }: DeskDeps): Router {
  const router = Router();
  const entryWords = perVersion(pack, presentEntryWords);
  const readUnderstanding = createReadUnderstanding(db, pack);
  addFilterRoutes(router, db);
  addPeopleRoutes(router, db);

  router.get('/api/tickets/near', async (req, res) => {
    authorise(res, 'ticket.create');
    const query = parseBody(nearQuery, req.query);
    res.json({ near: await keepWithin(listNear(db, pack, query, clock.now()), ANSWER_WITHIN_MS) });
  });

  router.get('/api/tickets/:id/understanding', async (req, res) => {
    authorise(res, 'ticket.route');
    const { id } = parseBody(params, req.params);
    res.json(await keepWithin(readUnderstanding(id), ANSWER_WITHIN_MS));
  });

  router.post('/api/callers', async (req, res) => {
    authorise(res, 'callers.read');
    const { phone } = parseBody(callerBody, req.body);
    const reports = await keepWithin(listByCaller(db, pack, phone), ANSWER_WITHIN_MS);
    // While a number is being typed it is nobody's.
    const subjectId = reports[0]?.reportId;
    if (subjectId) await recordAct(db, authorOf(req, res), { kind: 'person.read', subjectId });
    res.json({ reports });
  });

  router.get('/api/entry-words', (_req, res) => {
    authorise(res, 'ticket.create');
    res.json(entryWords());
  });

  return router;
}

/** Who reports, under which names. */
function addPeopleRoutes(router: Router, db: Database): void {
  router.get('/api/reports/:id/person', async (req, res) => {
    authorise(res, 'callers.read');
    const { id } = parseBody(params, req.params);
    const person = await keepWithin(readPerson(db, id), ANSWER_WITHIN_MS);
    await recordAct(db, authorOf(req, res), { kind: 'person.read', subjectId: id });
    res.json(person);
  });

  router.post('/api/people/aliases/:id/take-off', async (req, res) => {
    authorise(res, 'people.manage');
    const { id } = parseBody(params, req.params);
    await db.transaction().execute(async (trx) => {
      const { personId } = await takeOffAlias(trx, id);
      await recordAct(trx, authorOf(req, res), { kind: 'person.name-taken-off', subjectId: personId });
    });
    res.status(204).end();
  });
}

function addFilterRoutes(router: Router, db: Database): void {
  router.get('/api/filters', async (_req, res) => {
    const actor = authorise(res, 'filters.keep');
    res.json({ filters: await keepWithin(listFilters(db, actor), ANSWER_WITHIN_MS) });
  });

  router.post('/api/filters', async (req, res) => {
    const actor = authorise(res, 'filters.keep');
    const body = parseBody(saveFilterBody, req.body);
    res.status(201).json(await keepWithin(saveFilter(db, actor, body), ANSWER_WITHIN_MS));
  });

  router.delete('/api/filters/:id', async (req, res) => {
    const actor = authorise(res, 'filters.keep');
    await keepWithin(removeFilter(db, actor, parseBody(params, req.params).id), ANSWER_WITHIN_MS);
    res.status(204).end();
  });
}
