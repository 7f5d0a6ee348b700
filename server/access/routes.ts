import { json, Router } from 'express';
import { z } from 'zod';
import type { Actor } from '../../shared/access/actor.ts';
import { createTokenBody, createUserBody } from '../../shared/wire/access.ts';
import { type Me, signInBody } from '../../shared/wire/api.ts';
import type { Database } from '../database/connect.ts';
import { actorOf, authorise } from '../platform/actor.ts';
import { AppError } from '../platform/errors.ts';
import { parseBody } from '../platform/parse.ts';
import { createUser, disableUser, listUsers } from './accounts.ts';
import type { Sessions } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { issueToken, listTokens, revokeToken } from './tokens.ts';

export type AccessRoutesDeps = {
  db: Database;
  departmentCodes: readonly string[];
  sessions: Sessions;
  limits: SignInLimits;
  /** Drops what is remembered of sessions and tokens. */
  forget: () => void;
};

const idParams = z.object({ id: z.uuid() });

/** The routes of access. Nothing they answer may be kept by a cache. */
export function createAccessRoutes(deps: AccessRoutesDeps): Router {
  const router = Router();
  router.use(['/api/auth', '/api/me', '/api/users', '/api/tokens'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.use(['/api/auth', '/api/users', '/api/tokens'], json({ limit: '16kb' }));
  addSessionRoutes(router, deps);
  addUserRoutes(router, deps);
  addTokenRoutes(router, deps);
  return router;
}

function addSessionRoutes(router: Router, { db, sessions, limits, forget }: AccessRoutesDeps): void {
  router.post('/api/auth/sign-in', async (req, res) => {
    const { email, password } = parseBody(signInBody, req.body);
    const place = req.ip ?? 'unknown';
    await limits.take(email, place);
    const person = await sessions.open(email, password, req.get('User-Agent') ?? '');
    if (!person) throw new AppError('bad-credentials');
    await limits.forgive(email, place);
    res.append('Set-Cookie', person.cookies).json({ user: presentMe(person.actor, person.email) });
  });

  router.post('/api/auth/sign-out', async (req, res) => {
    const cookies = await sessions.end(req.get('Cookie') ?? '');
    forget();
    res.append('Set-Cookie', cookies).status(204).end();
  });

  router.get('/api/me', async (_req, res) => {
    const actor = actorOf(res);
    if (!actor) throw new AppError('unauthenticated');
    const row = await (actor.kind === 'user'
      ? db.selectFrom('app_user').select('email').where('id', '=', actor.id).executeTakeFirst()
      : undefined);
    res.json(presentMe(actor, row?.email ?? null));
  });
}

function addUserRoutes(router: Router, { db, departmentCodes, forget }: AccessRoutesDeps): void {
  router.get('/api/users', async (_req, res) => {
    authorise(res, 'users.manage');
    res.json({ users: await listUsers({ db }) });
  });

  router.post('/api/users', async (req, res) => {
    authorise(res, 'users.manage');
    const user = parseBody(createUserBody, req.body);
    res.status(201).json(await createUser({ db, departmentCodes }, user));
  });

  router.post('/api/users/:id/disable', async (req, res) => {
    const actor = authorise(res, 'users.manage');
    const { id } = parseBody(idParams, req.params);
    if (id === actor.id) throw new AppError('forbidden', { detail: 'One cannot close one’s own account.' });
    const user = await disableUser({ db }, id);
    forget();
    res.json(user);
  });
}

function addTokenRoutes(router: Router, { db, forget }: AccessRoutesDeps): void {
  router.get('/api/tokens', async (_req, res) => {
    authorise(res, 'tokens.manage');
    res.json({ tokens: await listTokens(db) });
  });

  router.post('/api/tokens', async (req, res) => {
    authorise(res, 'tokens.manage');
    res.status(201).json(await issueToken(db, parseBody(createTokenBody, req.body)));
  });

  router.delete('/api/tokens/:id', async (req, res) => {
    authorise(res, 'tokens.manage');
    await revokeToken(db, parseBody(idParams, req.params).id);
    forget();
    res.status(204).end();
  });
}

function presentMe(actor: Actor, email: string | null): Me {
  if (actor.role === 'system') throw new AppError('unauthenticated');
  return { id: actor.id, name: actor.name, email, role: actor.role, departmentCode: actor.departmentCode };
}
