/**
 * How often a socket may ask for something: `atOnce` in a row, and one more every `refillMs`. Answers whether this time
 * is still within it.
 */
export function createAllowance({ atOnce, refillMs }: { atOnce: number; refillMs: number }): () => boolean {
  let left = atOnce;
  let refilledAt = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(atOnce, left + (now - refilledAt) / refillMs) - 1;
    refilledAt = now;
    return left >= 0;
  };
}
