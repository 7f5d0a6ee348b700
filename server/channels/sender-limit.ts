import type { Clock } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';

const WINDOW_MS = 60_000;

/** Counts what each sender sends in each minute, on this node. Memory is bounded by what one minute brings. */
export function createSenderLimit({ perMinute, clock }: { perMinute: number; clock: Clock }) {
  let counts = new Map<string, number>();
  let windowEndsAt = 0;

  function isOver(sender: string): boolean {
    const now = clock.now();
    // A clock that was set back would make this minute last for hours.
    if (now >= windowEndsAt || now < windowEndsAt - WINDOW_MS) {
      counts = new Map();
      windowEndsAt = now + WINDOW_MS;
    }
    const count = (counts.get(sender) ?? 0) + 1;
    counts.set(sender, count);
    return count > perMinute;
  }

  return {
    /** Counts one for the sender; true when that is more than they may send in this minute. */
    isOver,
    /** Counts one for the sender and throws 429 with Retry-After when that is too many. */
    take(sender: string): void {
      if (isOver(sender)) throw this.refusal();
    },
    /** The 429, to be tried again when the minute is over. */
    refusal(): AppError {
      const retryAfterS = Math.max(1, Math.ceil((windowEndsAt - clock.now()) / 1000));
      return new AppError('too-many', { retryAfterS });
    },
  };
}
export type SenderLimit = ReturnType<typeof createSenderLimit>;
