import { Router } from 'express';
import { z } from 'zod';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import { type LearningAnswer, learningSwitchBody, useVersionParams } from '../../shared/wire/learning.ts';
import { authorOf } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { parseBody } from '../platform/parse.ts';
import { keepWithin } from '../platform/within.ts';
import { readAccuracy } from './accuracy.ts';
import { askForTraining, putInForce, switchLearning } from './command-learning.ts';
import { listVersions, readStanding } from './version-rows.ts';
import { vocabularyOf } from './vocabulary.ts';

const ANSWER_WITHIN_MS = 8000;

type Deps = {
  db: Database;
  /** The city in force, and as it was deployed. */
  pack: CityPack;
  base: CityPack;
  city: { refresh(): Promise<void> };
  clock: Clock;
};

/** How well reports are understood, and what the city learns of its own tickets. */
export function createLearningRoutes(deps: Deps): Router {
  const { city } = deps;
  const vocabulary = perVersion(deps.pack, vocabularyOf);
  const router = Router();

  router.get('/api/learning', async (_req, res) => {
    authorise(res, 'learning.read');
    res.json(await keepWithin(readLearning(deps, vocabulary()), ANSWER_WITHIN_MS));
  });

  router.post('/api/learning/train', async (req, res) => {
    authorise(res, 'learning.change');
    parseBody(z.strictObject({}), req.body ?? {});
    res.status(202).json(await askForTraining(deps, authorOf(req, res)));
  });

  router.post('/api/learning/switch', async (req, res) => {
    authorise(res, 'learning.change');
    const { on } = parseBody(learningSwitchBody, req.body);
    await switchLearning(deps, on, authorOf(req, res));
    res.status(204).end();
  });

  router.post('/api/learning/versions/:id/use', async (req, res) => {
    authorise(res, 'learning.change');
    const { id } = parseBody(useVersionParams, req.params);
    await putInForce(deps, id, authorOf(req, res));
    await city.refresh();
    res.status(204).end();
  });

  return router;
}

async function readLearning(
  { db, base, pack, clock }: Deps,
  vocabulary: ReadonlySet<string>,
): Promise<LearningAnswer> {
  const [{ on, held, inForce, changedAt, changedBy }, versions, accuracy] = await Promise.all([
    readStanding(db),
    listVersions(db),
    readAccuracy(db, pack, vocabulary, clock.now()),
  ]);
  return {
    now: isoNow(clock),
    on,
    held,
    changedAt: changedAt?.toISOString() ?? null,
    changedBy,
    inForce,
    shipped: base.learnt?.version ?? null,
    versions,
    ...accuracy,
  };
}
