import { BUCKETS } from './buckets.ts';

/** What a ticket may belong to, in the order of their bits in the roll-ups. */
export const DIMENSIONS = ['department', 'kecamatan', 'category', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The kecamatan of a ticket whose place is not known, or outside the city. */
export const NO_PLACE = '-';

/** A class of age begins with so many days. */
export const AGE_DAYS = [0, 1, 3, 7, 14, 30] as const;

const COUNTED = [
  'opened',
  'resolved',
  'resolve_kept',
  'resolve_breached',
  'answer_kept',
  'answer_breached',
  'declared',
  'reopened',
  'open',
  'overdue',
] as const;
type Bucket = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
type Bucketed = `answer_${Bucket}` | `solve_${Bucket}`;
export type Measure = (typeof COUNTED)[number] | `older_${(typeof AGE_DAYS)[number]}` | Bucketed;

const numbers = Array.from({ length: BUCKETS }, (_, n) => n as Bucket);
export const OLDER = AGE_DAYS.map((days) => `older_${days}` as const);
export const ANSWER = numbers.map((n) => `answer_${n}` as const);
export const SOLVE = numbers.map((n) => `solve_${n}` as const);

/** Everything that the roll-ups add up, in a fixed order. All of it may be added over days and groups. */
export const MEASURES: readonly Measure[] = [...COUNTED, ...OLDER, ...ANSWER, ...SOLVE];

/** One sum a measure. */
export type Sums = Record<Measure, number>;

/** No tickets at all. */
export function noSums(): Sums {
  return Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Sums;
}

/** The sums of both. */
export function addSums(a: Sums, b: Sums): Sums {
  return Object.fromEntries(MEASURES.map((measure) => [measure, a[measure] + b[measure]])) as Sums;
}
