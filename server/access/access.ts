import type { RequestHandler, Router } from 'express';
import type { Pool } from 'pg';
import type { Actor } from '../../shared/access/actor.ts';
import type { Database } from '../database/connect.ts';
import { setActor } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { keepWithin } from '../platform/within.ts';
import { createAuth } from './auth.ts';
import { bearerOf, refuseCrossSite } from './cross-site.ts';
import { createAccessRoutes } from './routes.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createShortMemory } from './short-memory.ts';
import { createSignInLimits, type SignInLimitSettings } from './sign-in-limits.ts';
import { findTokenActor, isTokenShaped } from './tokens.ts';

/** How long a revoked token or an ended session can go on, on a node that did not hear of it. */
const REMEMBER_MS = 5000;
const REMEMBER_MAX = 20_000;
/** Signed session cookies have some 90 characters; longer ones are not worth remembering. */
const LONGEST_SESSION = 300;

/** Where an actor matters; pages, assets and probes are served without asking the database who wants them. */
const GUARDED = /^\/(api|channels|admin)(\/|$)/;

/** What a connection presents: a Cookie header, or a token, which then alone counts. */
export type Credentials = { cookie?: string | undefined; token?: string | undefined };

export type Access = {
  /** Sets the actor of each request under /api, /channels and /admin; refuses what another site makes a browser send. */
  middleware: RequestHandler;
  /** Sign-in, sign-out, /api/me, and the administrators' API for people and tokens. */
  routes: Router;
  /**
   * Who presents these credentials, or null; for a live connection to ask again now and then: the answer changes
   * at once, and where a node was not told within five seconds, of a revoked token, an ended session, a closed account, another role. Rejects when the
   * database cannot be asked, which is no reason to end a connection.
   */
  authenticate(credentials: Credentials): Promise<Actor | null>;
  /** Somebody's rights have changed, here or on another node: nothing remembered counts any more. */
  forget(): void;
};

export type AccessOptions = {
  db: Database;
  pool: Pool;
  /** From `loadSecret`: the same on every node. */
  secret: string;
  /** Where people reach the server; null: as they asked for it, by plain HTTP. */
  publicUrl: string | null;
  /** The OPDs that a responder can belong to. */
  departmentCodes: () => readonly string[];
  clock: Clock;
  log: Log;
  signInLimits?: SignInLimitSettings;
};

type Identity = { actor: Actor; cookies: string[] } | null;

/** Everything that turns a session cookie or a token into an actor, for HTTP and sockets alike. */
export function createAccess(options: AccessOptions): Access {
  const { db, pool, publicUrl, departmentCodes } = options;
  const sessions = createSessions({ auth: createAuth(options), db });
  const identify = createIdentify(options, sessions);

  return {
    middleware: async (req, res, next) => {
      if (!GUARDED.test(req.path)) return next();
      refuseCrossSite(req, publicUrl);
      const token = bearerOf(req) ?? undefined;
      const identity = await keepWithin(identify.find({ cookie: req.get('Cookie'), token }, true));
      setActor(res, identity === null ? null : identity.actor);
      if (identity !== null && identity.cookies.length > 0) res.append('Set-Cookie', identity.cookies);
      next();
    },
    routes: createAccessRoutes({
      db,
      departmentCodes,
      sessions,
      limits: createSignInLimits(pool, options.signInLimits),
      forget: identify.forget,
    }),
    async authenticate(credentials) {
      const identity = await identify.find(credentials, false);
      return identity === null ? null : identity.actor;
    },
    forget: identify.forget,
  };
}

/** Looks credentials up, remembering the answer for a few seconds. */
function createIdentify({ db, clock }: AccessOptions, sessions: Sessions) {
  const people = createShortMemory<Identity>({ clock, ttlMs: REMEMBER_MS, max: REMEMBER_MAX });
  const tokens = createShortMemory<Identity>({ clock, ttlMs: REMEMBER_MS, max: REMEMBER_MAX });

  return {
    async find({ cookie, token }: Credentials, prolong: boolean): Promise<Identity> {
      if (token !== undefined) {
        if (!isTokenShaped(token)) return null;
        return tokens.recall(token, async () => {
          const actor = await findTokenActor(db, token);
          return actor && { actor, cookies: [] };
        });
      }
      const session = cookie === undefined ? null : await sessions.cookieIn(cookie);
      if (cookie === undefined || session === null || session.length > LONGEST_SESSION) return null;
      return people.recall(session, () => sessions.find(cookie, { prolong }));
    },
    /** Called when this node revokes something: here it bites at once. */
    forget(): void {
      people.clear();
      tokens.clear();
    },
  };
}
