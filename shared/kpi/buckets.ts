const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Where one bucket of a length of time ends and the next begins, ms; each about two to three times the one before.
 * Fixed for good, so that counts of any days and departments may be added up. Seven days is one of them: the promise.
 */
export const BUCKET_EDGES_MS: readonly number[] = [
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  4 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  28 * DAY_MS,
];
/** The last bucket has no end. */
export const BUCKETS = BUCKET_EDGES_MS.length + 1;

/** The bucket of a length of time: those up to and including an edge are before it. */
export function bucketOf(ms: number): number {
  const at = BUCKET_EDGES_MS.findIndex((edge) => ms <= edge);
  return at === -1 ? BUCKET_EDGES_MS.length : at;
}

/** Counts of both, bucket by bucket. */
export function mergeBuckets(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: BUCKETS }, (_, n) => (a[n] ?? 0) + (b[n] ?? 0));
}

/**
 * The length of time that a share `q` of all does not exceed, ms, as far as the buckets tell: within one it is spread
 * evenly over the logarithm. Null for no counts. In the endless last bucket the answer is its beginning.
 */
export function quantileMs(counts: readonly number[], q: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return null;
  const wanted = q * total;
  let before = 0;
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && before + count >= wanted) return within(bucket, (wanted - before) / count);
    before += count;
  }
  return BUCKET_EDGES_MS.at(-1) ?? null;
}

function within(bucket: number, share: number): number {
  const end = BUCKET_EDGES_MS[bucket];
  const start = BUCKET_EDGES_MS[bucket - 1];
  if (end === undefined) return start ?? 0;
  // From nothing no logarithm begins; a minute is as good as at once.
  const from = start ?? MINUTE_MS;
  return Math.round(from * (end / from) ** share);
}
