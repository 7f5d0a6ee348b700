import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { type Actor, USER_ROLES } from '../../shared/access/actor.ts';
import type { Database } from '../database/connect.ts';
import { AppError, RETRY_AFTER_S } from '../platform/errors.ts';
import type { Auth } from './auth.ts';

/** A person who has a session, and the Set-Cookie values to answer with (none most of the time). */
export type SignedIn = { actor: Actor; email: string; cookies: string[] };

export type Sessions = {
  /** Checks a password and opens a session; null for a wrong one, an unknown email, a closed account, all in the same time. */
  open(email: string, password: string, userAgent: string): Promise<SignedIn | null>;
  /** Whose session a Cookie header belongs to. With `prolong` a session that is used does not end. */
  find(cookieHeader: string, options: { prolong: boolean }): Promise<SignedIn | null>;
  /** Ends the session of a Cookie header; the Set-Cookie values that take the cookie away. */
  end(cookieHeader: string): Promise<string[]>;
  /** The value of the session's cookie in a Cookie header: what tells one session from another. */
  cookieIn(cookieHeader: string): Promise<string | null>;
};

/** A row of app_user as better-auth hands it out. */
const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(USER_ROLES),
  departmentCode: z.string().nullish(),
  disabledAt: z.date().nullish(),
});

/** Sessions of people, kept in PostgreSQL by better-auth. */
export function createSessions({ auth, db }: { auth: Auth; db: Database }): Sessions {
  return {
    async open(email, password, userAgent) {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email, password },
          headers: new Headers({ 'user-agent': userAgent.slice(0, 300) }),
          returnHeaders: true,
        });
        return signedIn(response.user, headers);
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return null;
        throw error;
      }
    },
    async find(cookieHeader, { prolong }) {
      const { headers, response } = await readSession(auth, cookieHeader, prolong);
      return response === null ? null : signedIn(response.user, headers);
    },
    async end(cookieHeader) {
      // Deleted here: the library's own sign-out goes on when the database does not answer.
      const { response } = await readSession(auth, cookieHeader, false);
      if (response) await db.deleteFrom('user_session').where('id', '=', response.session.id).execute();
      const headers = new Headers({ cookie: cookieHeader });
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie();
    },
    async cookieIn(cookieHeader) {
      const { name } = (await auth.$context).authCookies.sessionToken;
      const pair = cookieHeader.split(/; */).find((part) => part.startsWith(`${name}=`));
      return pair === undefined ? null : pair.slice(name.length + 1);
    },
  };
}

/** The session of a Cookie header, with the headers to answer with. Throws `unavailable` when it cannot be read. */
async function readSession(auth: Auth, cookieHeader: string, prolong: boolean) {
  const none = { headers: new Headers(), response: null };
  try {
    const query = { disableRefresh: !prolong };
    const headers = new Headers({ cookie: cookieHeader });
    return await auth.api.getSession({ headers, query, returnHeaders: true });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode < 500) return none;
    // The library hides the cause; reading a session has no other way to fail than the database.
    throw new AppError('unavailable', { retryAfterS: RETRY_AFTER_S, cause: error });
  }
}

/** Null for an account that was closed, or has a role this program does not know. */
function signedIn(user: unknown, headers: Headers): SignedIn | null {
  const person = personSchema.safeParse(user);
  if (!person.success || person.data.disabledAt) return null;
  const { id, name, email, role, departmentCode } = person.data;
  return {
    actor: { kind: 'user', id, name, role, departmentCode: departmentCode ?? null },
    email,
    cookies: headers.getSetCookie(),
  };
}
