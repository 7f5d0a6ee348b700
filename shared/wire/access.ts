import { z } from 'zod';
import { TOKEN_ROLES, type TokenRole, USER_ROLES, type UserRole } from '../access/actor.ts';

/** Bodies and answers of the administrators' API for people and tokens. Times are ISO 8601 UTC. */

const name = z.string().trim().min(1).max(200);

/** Body of `POST /api/users`. What makes a good password is checked beyond this (server/access/passwords.ts). */
export const createUserBody = z.object({
  email: z.email().max(320).toLowerCase(),
  password: z.string().min(1).max(200),
  role: z.enum(USER_ROLES),
  departmentCode: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .nullable()
    .default(null)
    .describe('The OPD of a responder; nobody else has one.'),
  name: name.optional().describe('The part of the email before the @ when left out.'),
});
export type CreateUserBody = z.infer<typeof createUserBody>;

/** Body of `POST /api/tokens`. */
export const createTokenBody = z.object({ role: z.enum(TOKEN_ROLES), name });
export type CreateTokenBody = z.infer<typeof createTokenBody>;

export type UserView = {
  id: string;
  email: string;
  name: string;
  role: UserRole;
  departmentCode: string | null;
  createdAt: string;
  disabledAt: string | null;
};

export type TokenView = {
  id: string;
  role: TokenRole;
  name: string;
  createdAt: string;
  /** To the minute. */
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** Answer of `POST /api/tokens`: the only time that the token itself is told. */
export type IssuedToken = TokenView & { token: string };
