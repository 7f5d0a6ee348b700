import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type RateLimiterAbstract, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../platform/errors.ts';

/** Failed sign-ins allowed within a time, seconds. */
export type SignInLimit = { points: number; durationS: number };
export type SignInLimitSettings = { emailFromIp: SignInLimit; email: SignInLimit; ip: SignInLimit };

/**
 * Ten wrong passwords from one place stop that place for that account; more than anyone mistypes in an hour stops
 * the account for every place; and a place that fails at many accounts stops, at a number that a control room
 * behind one address does not reach.
 */
export const SIGN_IN_LIMITS: SignInLimitSettings = {
  emailFromIp: { points: 10, durationS: 15 * 60 },
  email: { points: 50, durationS: 60 * 60 },
  ip: { points: 300, durationS: 15 * 60 },
};

export type SignInLimits = {
  /** Counts an attempt, before the password is looked at. Throws `too-many` with the seconds to wait. */
  take(email: string, ip: string): Promise<void>;
  /** The attempt succeeded: it counts for nothing, and mistakes before it are forgiven. */
  forgive(email: string, ip: string): Promise<void>;
};

/** Limits on failed sign-ins, counted in the database so that they hold over all web nodes and a restart. */
export function createSignInLimits(pool: Pool, settings: SignInLimitSettings = SIGN_IN_LIMITS): SignInLimits {
  const limiter = (keyPrefix: string, { points, durationS }: SignInLimit) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'sign_in_attempt',
      tableCreated: true,
      keyPrefix,
      points,
      duration: durationS,
    });
  const emailFromIp = limiter('email-ip', settings.emailFromIp);
  const email = limiter('email', settings.email);
  const ip = limiter('ip', settings.ip);

  return {
    async take(address, place) {
      await consume(emailFromIp, digest(address, place));
      await consume(email, digest(address));
      await consume(ip, digest(place));
    },
    async forgive(address, place) {
      await Promise.all([
        emailFromIp.delete(digest(address, place)),
        email.reward(digest(address)),
        ip.reward(digest(place)),
      ]);
    },
  };
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError('too-many', { retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}

/** Keys of one length, and no emails lying in a table that nobody thinks of. */
function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n').toLowerCase()).digest('base64url');
}
