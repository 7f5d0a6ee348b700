import { z } from 'zod';
import { TOKEN_ROLES, type TokenRole, USER_ROLES, type UserRole } from '../access/actor.ts';

/** Bodies and answers of the administrators' API for people and tokens. Times are ISO 8601 UTC. */

const name = z.string().trim().min(1).max(200);

/** Body of `POST /api/users`. What makes a good password is checked beyond this (server/access/passwords.ts). */
export const createUserBody = z.object({
  email: z.email().max(320).toLowerCase(),
  password: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Left out: the answer has a link with which the person chooses it.'),
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

/** Body of `POST /api/users/:id/change`; what is left out stays. */
export const changeUserBody = z.object({
  name: name.optional(),
  role: z.enum(USER_ROLES).optional(),
  departmentCode: z.string().trim().min(1).max(40).nullable().optional(),
});
export type ChangeUserBody = z.infer<typeof changeUserBody>;

/** Body of `POST /api/auth/set-password`. */
export const setPasswordBody = z.object({
  token: z.string().min(20).max(100).describe('What follows the # in the link.'),
  password: z.string().min(1).max(200),
});

/** A link, told once, with which a person chooses a password. `path` begins at the server's address. */
export type PasswordLink = { path: string; expiresAt: string };

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
