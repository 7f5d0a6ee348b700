import { join } from 'node:path';
import express, { type Express, type RequestHandler, type Router } from 'express';
import { correlation } from './platform/correlation.ts';
import { AppError, notFoundHandler, problemHandler } from './platform/errors.ts';
import type { Log } from './platform/log.ts';
import type { Metrics } from './platform/metrics.ts';

const JSON_LIMIT = '256kb';
/** Paths that are never a screen. */
const SERVER_PATHS = /^\/(api|channels|live|socket\.io|healthz|readyz|metrics|assets|admin\/queues)(\/|$)/;

export type AppParts = {
  log: Log;
  metrics: Metrics;
  /** Express's `trust proxy`; null when clients connect directly. */
  trustProxy: string | null;
  securityHeaders: RequestHandler[];
  /** Sets the request's actor, refuses cross-site requests. */
  access: RequestHandler;
  /** Doors read their own bodies: their signatures are over bytes. */
  channels: Router;
  /** Everything under /api and /admin, the health endpoints. */
  api: Router[];
  /** The built client; null where there is none (worker nodes, tests of the API). */
  clientDir: string | null;
};

/** The HTTP side of the server. The order is: headers, who, doors, API, screens, errors. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (parts.trustProxy !== null) app.set('trust proxy', parts.trustProxy);
  app.use(correlation, timing(parts.metrics));
  for (const header of parts.securityHeaders) app.use(exceptAtDoors(header));
  app.use(parts.access);
  app.use(parts.channels);
  app.use('/api', noStore, requireReadable, express.json({ limit: JSON_LIMIT }));
  for (const router of parts.api) app.use(router);
  if (parts.clientDir !== null) serveScreens(app, parts.clientDir);
  app.use(notFoundHandler);
  app.use(problemHandler(parts.log));
  return app;
}

/** What browsers are told is no use to the machines that deliver at the doors, many times a second. */
function exceptAtDoors(handler: RequestHandler): RequestHandler {
  return (req, res, next) => (req.path.startsWith('/channels/') ? next() : handler(req, res, next));
}

/** Answers of the API belong to one person and one moment. */
const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/** A body of another type would be passed over, and the request done as if it had said nothing. */
const requireReadable: RequestHandler = (req, _res, next) => {
  const isEmpty = req.get('Content-Length') === '0';
  if (!isEmpty && req.is(['json', 'multipart/form-data']) === false)
    throw new AppError('wrong-type', { detail: 'expected application/json' });
  next();
};

const noCache: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-cache');
  next();
};

function timing(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const stop = metrics.httpSeconds.startTimer({ method: req.method });
    res.once('finish', () => stop({ status: String(res.statusCode) }));
    next();
  };
}

/** Hashed assets are kept for good; the page itself is asked for again each time, so a new version is seen. */
function serveScreens(app: Express, clientDir: string): void {
  app.use('/assets', express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y' }));
  // A worker kept by a proxy would keep old screens alive.
  app.use('/service-worker.js', noCache);
  app.use(express.static(clientDir, { index: false, cacheControl: false }));
  app.get('/{*path}', (req, res, next) => {
    if (SERVER_PATHS.test(req.path)) {
      next();
      return;
    }
    res.set('Cache-Control', 'no-cache').sendFile(join(clientDir, 'index.html'));
  });
}
