import type { FloodRule } from '../city/city-pack.ts';

const MINUTE_MS = 60_000;

/** What the rule looks at: posts in alarm, and reports of flooding within its time. */
export type FloodSigns = { posts: number; reports: number };

/** Since when the rule says flood, and since when it has been calm meanwhile; ms since the epoch, null where not. */
export type FloodVerdict = { onSince: number | null; calmSince: number | null };

export const NO_FLOOD: FloodVerdict = { onSince: null, calmSince: null };

/** Enough posts, or enough reports. */
export function isFloodSign({ posts, reports }: FloodSigns, rule: FloodRule): boolean {
  return posts >= rule.posts || reports >= rule.reports;
}

/**
 * The rule with its hysteresis: enough signs turn it on at once; it ends only when they have been too few for
 * `calmMin` minutes without a break, so that walls do not change to and fro while the numbers play around a limit.
 */
export function judgeFlood(
  rule: FloodRule,
  before: FloodVerdict,
  signs: FloodSigns,
  nowMs: number,
): FloodVerdict {
  if (isFloodSign(signs, rule)) return { onSince: before.onSince ?? nowMs, calmSince: null };
  if (before.onSince === null) return NO_FLOOD;
  const calmSince = before.calmSince ?? nowMs;
  return nowMs - calmSince >= rule.calmMin * MINUTE_MS ? NO_FLOOD : { ...before, calmSince };
}
