import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { type RequestHandler, Router } from 'express';
import { authorise } from '../platform/actor.ts';
import type { QueueBackend } from './backend.ts';
import { QUEUE_NAMES } from './jobs.ts';

/** Where the dashboard is. */
export const BOARD_PATH = '/admin/queues';

/**
 * bull-board, for administrators: what waits, what failed and why, and trying it again. Jobs hold ids and nothing
 * of the citizen. `note` is told of every request that was let in. Only Redis can tell who works at a queue. It needs no inline script; the font it asks of another site our pages' policy refuses.
 */
export function createBoardRoutes(backend: QueueBackend, title: string, note: RequestHandler): Router {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: QUEUE_NAMES.map((name) => new BullMQAdapter(backend.queue(name).bullmq, { allowRetries: true })),
    serverAdapter: adapter,
    options: {
      uiConfig: { boardTitle: title, hideRedisDetails: true, showWorkers: backend.kind === 'redis' },
    },
  });
  const router = Router();
  router.use(BOARD_PATH, (_req, res, next) => {
    authorise(res, 'queues.manage');
    next();
  });
  router.use(BOARD_PATH, note);
  router.use(BOARD_PATH, adapter.getRouter() as Router);
  return router;
}
