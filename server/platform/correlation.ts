import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const HEADER = 'X-Correlation-Id';
const ACCEPTED = /^[\w.-]{8,100}$/;

/** Gives every request an id, taken from `X-Correlation-Id` when it is a sane one, and answers it. */
export const correlation: RequestHandler = (req, res, next) => {
  const given = req.get(HEADER);
  const id = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  res.locals.correlationId = id;
  res.set(HEADER, id);
  next();
};

/** The request's correlation id; undefined before the middleware ran. */
export function correlationIdOf(res: Response): string | undefined {
  const id: unknown = res.locals.correlationId;
  return typeof id === 'string' ? id : undefined;
}
