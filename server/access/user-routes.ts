import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { changeUserBody, createUserBody } from '../../shared/wire/access.ts';
import { authorOf } from '../audit/record.ts';
import { authorise } from '../platform/actor.ts';
import { parseBody } from '../platform/parse.ts';
import { createUser, disableUser, listUsers } from './accounts.ts';
import { changeUser, endSessions, reopenUser } from './change-account.ts';
import { resetPassword } from './password-link.ts';
import type { AccessRoutesDeps } from './route-deps.ts';

const idParams = z.object({ id: z.uuid() });

/** The administrators' routes for people. Each forgets what this node remembers; the others are told. */
export function addUserRoutes(router: Router, { db, departmentCodes, forget }: AccessRoutesDeps): void {
  router.get('/api/users', async (_req, res) => {
    authorise(res, 'users.manage');
    res.json({ users: await listUsers({ db }) });
  });

  router.post('/api/users', async (req, res) => {
    authorise(res, 'users.manage');
    const user = parseBody(createUserBody, req.body);
    const deps = { db, departmentCodes: departmentCodes(), author: authorOf(req, res) };
    res.status(201).json(await createUser(deps, user));
  });

  router.post('/api/users/:id/change', async (req, res) => {
    const { id, author } = manage(req, res);
    const changes = parseBody(changeUserBody, req.body);
    const user = await changeUser({ db, departmentCodes: departmentCodes(), author }, id, changes);
    forget();
    res.json(user);
  });

  router.post('/api/users/:id/disable', async (req, res) => {
    const { id, author } = manage(req, res);
    const user = await disableUser({ db, author }, id);
    forget();
    res.json(user);
  });

  router.post('/api/users/:id/reopen', async (req, res) => {
    const { id, author } = manage(req, res);
    res.json(await reopenUser(db, id, author));
  });

  router.post('/api/users/:id/end-sessions', async (req, res) => {
    const { id, author } = manage(req, res);
    const user = await endSessions(db, id, author);
    forget();
    res.json(user);
  });

  router.post('/api/users/:id/reset-password', async (req, res) => {
    const { id, author } = manage(req, res);
    const link = await resetPassword(db, id, author);
    forget();
    res.json(link);
  });
}

/** Who manages whom. Throws 401, 403, and 400 for an id that is none. */
function manage(req: Request, res: Response) {
  authorise(res, 'users.manage');
  return { id: parseBody(idParams, req.params).id, author: authorOf(req, res) };
}
