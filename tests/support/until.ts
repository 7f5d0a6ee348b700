import { setTimeout as delay } from 'node:timers/promises';

type Nothing = undefined | null | false | 0 | '';

/**
 * Asks again until the answer is truthy, and gives it back. An `fn` that throws is asked again, too; after
 * `timeoutMs` (20 seconds: a busy machine is no fault) this rejects, naming `what` was waited for and the last error or answer.
 */
export async function until<T>(
  fn: () => T | Promise<T>,
  options: { timeoutMs?: number; what?: string; everyMs?: number } = {},
): Promise<Exclude<T, Nothing>> {
  const { timeoutMs = 20_000, what = 'the condition', everyMs = 20 } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let last: unknown;
    try {
      const answer = await fn();
      if (answer) return answer as Exclude<T, Nothing>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`waited ${timeoutMs} ms for ${what}; last: ${describe(last)}`, { cause: last });
    await delay(everyMs);
  }
}

function describe(value: unknown): string {
  return value instanceof Error ? value.message : String(JSON.stringify(value));
}
