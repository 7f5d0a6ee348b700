import { Router } from 'express';
import type { Database } from '../../database/connect.ts';
import type { Enqueue } from '../../intake/enqueue.ts';
import type { Intake } from '../../intake/receive.ts';
import { authorise } from '../../platform/actor.ts';
import { keepWithin } from '../../platform/within.ts';
import { bytesOf, rawBody, requireType } from '../raw-body.ts';
import { readJson } from '../read-body.ts';
import { parseAmlForm } from './aml-form.ts';
import { keepAml } from './keep-aml.ts';
import { keepCall } from './keep-call.ts';
import { callEventBody, parseCall } from './parse.ts';

const MOST_CALL_BYTES = 64 * 1024;
const MOST_AML_BYTES = 16 * 1024;

/** The emergency number's doors: call events from the exchange, and positions from handsets. Never limited. */
export function createCallRoutes(deps: {
  db: Database;
  intake: Intake;
  enqueue: Pick<Enqueue, 'add'>;
  callingCode: string;
  /** Null: positions are taken unverified. */
  amlHmacKey: string | null;
}): Router {
  const { db, intake, enqueue, callingCode, amlHmacKey } = deps;
  const router = Router();
  const lookAgain = (id: string) => enqueue.add({ id, urgent: true, again: true });

  router.post(
    '/channels/112/calls',
    requireType('application/json'),
    rawBody(MOST_CALL_BYTES),
    async (req, res) => {
      authorise(res, 'channels.deliver');
      const { body, raw } = readJson(req, callEventBody);
      const parsed = parseCall(body, raw, callingCode);
      const { report, improved } = await keepWithin(keepCall(db, body, parsed, raw));
      intake.announce([report], [parsed]);
      if (improved) lookAgain(report.id);
      res.status(202).json({ callId: body.callId, reportId: report.id });
    },
  );

  router.post(
    '/channels/112/aml',
    requireType('application/x-www-form-urlencoded'),
    rawBody(MOST_AML_BYTES),
    async (req, res) => {
      const aml = parseAmlForm(bytesOf(req), amlHmacKey, callingCode);
      const { callReportIds } = await keepWithin(keepAml(db, aml));
      for (const id of callReportIds) lookAgain(id);
      res.sendStatus(204);
    },
  );

  return router;
}
