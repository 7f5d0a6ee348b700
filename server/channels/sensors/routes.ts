import { Router } from 'express';
import type { Intake } from '../../intake/receive.ts';
import { authorise } from '../../platform/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import { bytesOf, parseJson, rawBody, requireType } from '../raw-body.ts';
import type { SenderLimit } from '../sender-limit.ts';
import { parseReadings } from './parse.ts';

const MOST_BYTES = 1024 * 1024;

/** The door for readings over HTTP: a SenML pack (RFC 8428), kept whole or refused whole. */
export function createSensorRoutes(deps: { intake: Intake; limit: SenderLimit; clock: Clock }): Router {
  const { intake, limit, clock } = deps;
  const router = Router();
  router.post(
    '/channels/sensors/readings',
    requireType('application/senml+json'),
    rawBody(MOST_BYTES),
    async (req, res) => {
      const actor = authorise(res, 'channels.deliver');
      limit.take(actor.id);
      const { reports } = parseReadings(parseJson(bytesOf(req)), clock.now());
      await intake.receive(reports);
      res.sendStatus(204);
    },
  );
  return router;
}
