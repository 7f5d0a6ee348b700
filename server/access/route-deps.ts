import type { Database } from '../database/connect.ts';
import type { Sessions } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** What the routes of access stand on. */
export type AccessRoutesDeps = {
  db: Database;
  departmentCodes: () => readonly string[];
  sessions: Sessions;
  limits: SignInLimits;
  /** Drops what is remembered of sessions and tokens. */
  forget: () => void;
};
