import { json, Router } from 'express';
import { z } from 'zod';
import type { Actor } from '../../shared/access/actor.ts';
import { createTokenBody, setPasswordBody } from '../../shared/wire/access.ts';
import { type Me, signInBody } from '../../shared/wire/api.ts';
import { authorOf, recordAct } from '../audit/record.ts';
import { actorOf, authorise } from '../platform/actor.ts';
import { AppError } from '../platform/errors.ts';
import { parseBody } from '../platform/parse.ts';
import { choosePassword } from './password-link.ts';
import type { AccessRoutesDeps } from './route-deps.ts';
import { issueToken, listTokens, revokeToken } from './tokens.ts';
import { addUserRoutes } from './user-routes.ts';

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
    const author = { ...authorOf(req, res), kind: 'nobody' as const };
    if (!person) {
      await recordAct(db, author, { kind: 'sign-in.failed', subject: email.toLowerCase() });
      throw new AppError('bad-credentials');
    }
    await limits.forgive(email, place);
    const { id, name, role } = person.actor;
    const signedIn = { ...author, kind: 'user' as const, id, name, role };
    await recordAct(db, signedIn, { kind: 'sign-in.succeeded', subject: person.email, subjectId: id });
    res.append('Set-Cookie', person.cookies).json({ user: presentMe(person.actor, person.email) });
  });

  router.post('/api/auth/sign-out', async (req, res) => {
    const author = authorOf(req, res);
    const cookies = await sessions.end(req.get('Cookie') ?? '');
    forget();
    if (author.kind === 'user') await recordAct(db, author, { kind: 'sign-out' });
    res.append('Set-Cookie', cookies).status(204).end();
  });

  router.post('/api/auth/set-password', async (req, res) => {
    const chosen = await choosePassword(db, parseBody(setPasswordBody, req.body), req.ip ?? null);
    forget();
    res.json(chosen);
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

function addTokenRoutes(router: Router, { db, forget }: AccessRoutesDeps): void {
  router.get('/api/tokens', async (_req, res) => {
    authorise(res, 'tokens.manage');
    res.json({ tokens: await listTokens(db) });
  });

  router.post('/api/tokens', async (req, res) => {
    authorise(res, 'tokens.manage');
    res.status(201).json(await issueToken(db, parseBody(createTokenBody, req.body), authorOf(req, res)));
  });

  router.delete('/api/tokens/:id', async (req, res) => {
    authorise(res, 'tokens.manage');
    await revokeToken(db, parseBody(idParams, req.params).id, authorOf(req, res));
    forget();
    res.status(204).end();
  });
}

function presentMe(actor: Actor, email: string | null): Me {
  if (actor.role === 'system') throw new AppError('unauthenticated');
  return { id: actor.id, name: actor.name, email, role: actor.role, departmentCode: actor.departmentCode };
}
