import type { Response } from 'express';
import type { Actor } from '../../shared/access/actor.ts';
import { type Action, can, type Subject } from '../../shared/access/policy.ts';
import { AppError } from './errors.ts';

/** Who makes this request; null when nobody has signed in. */
export function actorOf(res: Response): Actor | null {
  return (res.locals.actor as Actor | null | undefined) ?? null;
}

/** Set by the access middleware, once a request. */
export function setActor(res: Response, actor: Actor | null): void {
  res.locals.actor = actor;
}

/** The actor, if the policy lets them. Throws 401 when nobody has signed in, 403 when they may not. */
export function authorise(res: Response, action: Action, subject?: Subject): Actor {
  const actor = actorOf(res);
  if (!actor) throw new AppError('unauthenticated');
  if (!can(actor, action, subject)) throw new AppError('forbidden', { detail: action });
  return actor;
}
