/** Chance that can be repeated: the same seed gives the same city. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** A number in [min, max). */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One of the list. Throws RangeError when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the list, as likely as `weightOf` says. Throws RangeError when it is empty. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T;
  /** About normal, mean 0, deviation 1. */
  gaussian(): number;
  /** So many digits, the first of them not 0. */
  digits(count: number): string;
  /** So many lower-case letters and digits. */
  token(count: number): string;
};

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A generator from a 32-bit seed (mulberry32, public domain, Tommy Ettinger). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing to pick from');
    return list[Math.floor(next() * list.length)] as T;
  };
  const weighted = <T>(list: readonly T[], weightOf: (item: T) => number): T => {
    let rest = next() * list.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of list) {
      rest -= weightOf(item);
      if (rest < 0) return item;
    }
    return pick(list);
  };
  return {
    next,
    int,
    between: (min, max) => min + next() * (max - min),
    chance: (probability) => next() < probability,
    pick,
    weighted,
    gaussian: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    digits: (count) => `${int(1, 9)}${Array.from({ length: count - 1 }, () => int(0, 9)).join('')}`,
    token: (count) => Array.from({ length: count }, () => ALPHABET[int(0, 35)]).join(''),
  };
}
