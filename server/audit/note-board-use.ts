import type { RequestHandler } from 'express';
import type { Database } from '../database/connect.ts';
import { authorOf, recordAct } from './record.ts';

/**
 * Notes that somebody opened the queue board, and each act there; not the board's own asking every few seconds, nor its
 * files.
 */
export function noteBoardUse(db: Database): RequestHandler {
  return async (req, res, next) => {
    const isAct = req.method !== 'GET' && req.method !== 'HEAD';
    const isPage =
      req.method === 'GET' && req.accepts(['json', 'html']) === 'html' && !/\.\w+$/.test(req.path);
    if (isAct || (isPage && !req.path.startsWith('/api')))
      await recordAct(db, authorOf(req, res), {
        kind: isAct ? 'queues.changed' : 'queues.opened',
        subject: isAct ? `${req.method} ${req.path}` : '',
      });
    next();
  };
}
