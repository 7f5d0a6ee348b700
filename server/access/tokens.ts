import { createHash, randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Actor, TokenRole } from '../../shared/access/actor.ts';
import type { CreateTokenBody, IssuedToken, TokenView } from '../../shared/wire/access.ts';
import { type Author, COMMAND_LINE, recordAct } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import type { AccessToken } from '../database/schema.ts';
import { AppError } from '../platform/errors.ts';
import { tellAccessChanged } from './access-news.ts';

const RANDOM_BYTES = 32;
/** Whatever is longer than this was not issued here. */
const LONGEST = 100;

/**
 * Makes a token, `lr_<role>_` and 256 random bits in base64url, and keeps its SHA-256 alone: so much randomness
 * cannot be guessed back from a plain hash, and looking one up stays one indexed read.
 */
export async function issueToken(
  db: Database,
  { role, name }: CreateTokenBody,
  author: Author = COMMAND_LINE,
): Promise<IssuedToken> {
  const token = `lr_${role}_${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('access_token')
      .values({ role, name, token_hash: hashOf(token) })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordAct(trx, author, {
      kind: 'token.created',
      subject: name,
      subjectId: row.id,
      details: { role },
    });
    return { ...presentToken(row), token };
  });
}

/** All tokens, newest first, revoked ones too. */
export async function listTokens(db: Database): Promise<TokenView[]> {
  const rows = await db.selectFrom('access_token').selectAll().orderBy('id', 'desc').execute();
  return rows.map(presentToken);
}

/** Ends a token, on every node at once. Again is not an error. Throws `not-found` for an unknown id. */
export async function revokeToken(db: Database, id: string, author: Author = COMMAND_LINE): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('access_token')
      .set({ revoked_at: sql`coalesce(revoked_at, now())` })
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!row) throw new AppError('not-found', { detail: `no token has the id ${id}` });
    await recordAct(trx, author, { kind: 'token.revoked', subject: row.name, subjectId: id });
    await tellAccessChanged(trx);
  });
}

/** False for what was certainly not issued here; nothing needs to be asked or remembered for it. */
export function isTokenShaped(token: string): boolean {
  return token.startsWith('lr_') && token.length <= LONGEST;
}

/** Whom a token stands for, or null; notes, to the minute, that it was used. */
export async function findTokenActor(db: Database, token: string): Promise<Actor | null> {
  if (!isTokenShaped(token)) return null;
  const row = await db
    .with('found', (query) =>
      query
        .selectFrom('access_token')
        .select(['id', 'role', 'name', 'last_used_at'])
        .where('token_hash', '=', hashOf(token))
        .where('revoked_at', 'is', null),
    )
    .with('noted', (query) =>
      query
        .updateTable('access_token')
        .from('found')
        .set({ last_used_at: sql`now()` })
        .whereRef('access_token.id', '=', 'found.id')
        .where(sql<boolean>`found.last_used_at is null or found.last_used_at < now() - interval '1 minute'`),
    )
    .selectFrom('found')
    .select(['id', 'role', 'name'])
    .executeTakeFirst();
  if (!row) return null;
  return { kind: 'token', id: row.id, name: row.name, role: row.role as TokenRole, departmentCode: null };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function presentToken(row: Selectable<AccessToken>): TokenView {
  return {
    id: row.id,
    role: row.role as TokenRole,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
