import type { Clock } from '../platform/clock.ts';

type Kept<Value> = { value: Promise<Value>; until: number };

export type ShortMemory<Value> = {
  /** The remembered value, or what `find` answers; a failure is not remembered. */
  recall(key: string, find: () => Promise<Value>): Promise<Value>;
  forget(key: string): void;
  clear(): void;
};

/**
 * Remembers what was looked up for a few seconds, at most `max` entries, the oldest going first. Asked for the
 * same key at the same time it looks once. Whatever it holds may be `ttlMs` old: that is how fast a revocation bites.
 */
export function createShortMemory<Value>(options: {
  clock: Clock;
  ttlMs: number;
  max: number;
}): ShortMemory<Value> {
  const entries = new Map<string, Kept<Value>>();

  return {
    recall(key, find) {
      const known = entries.get(key);
      if (known && known.until > options.clock.now()) return known.value;
      entries.delete(key);
      const value = find();
      entries.set(key, { value, until: options.clock.now() + options.ttlMs });
      value.catch(() => {
        if (entries.get(key)?.value === value) entries.delete(key);
      });
      for (const oldest of entries.keys()) {
        if (entries.size <= options.max) break;
        entries.delete(oldest);
      }
      return value;
    },
    forget: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
