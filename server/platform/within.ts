import { AppError, RETRY_AFTER_S } from './errors.ts';

/** A door that cannot keep a report safe says so within two seconds. */
export const KEEP_TIMEOUT_MS = 1700;

/**
 * The work's answer, or `unavailable` when it takes longer than a sender should wait. The work itself is not
 * stopped: should it still be committed, the report sent again is known by its id.
 */
export async function keepWithin<T>(work: Promise<T>, timeoutMs = KEEP_TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable', { retryAfterS: RETRY_AFTER_S })), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
