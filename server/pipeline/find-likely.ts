import type { Transaction } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { type LikenessNow, sightingOfReport } from './sightings.ts';
import { type Likely, likelyOf } from './steps/decide.ts';
import { judgeAll } from './steps/judge.ts';
import type { Point } from './steps/understand.ts';
import { lookAround } from './surroundings.ts';

/** What somebody is about to open a ticket for; `words`: what was said of it. */
type Told = { category: string; point: Point | null; words: string };

/**
 * The open tickets that an operator's own entry may be the same as, the likeliest first. It is never joined by itself:
 * a person decides. Takes the locks of its place, so it comes before any ticket is locked.
 */
export function createFindLikely({
  likenessNow,
  clock,
}: {
  likenessNow: () => LikenessNow;
  clock: Clock;
}): (trx: Transaction, told: Told) => Promise<Likely[]> {
  return async (trx, { category: code, point, words }) => {
    const likeness = likenessNow();
    const category = likeness.categoryOf(code);
    if (!category) return [];
    const report = { channel: 'operator' as const, text: words, occurredAt: clock.now() };
    const sighting = sightingOfReport(report, { category, point }, likeness);
    if (!sighting) return [];
    const candidates = await lookAround(trx, [sighting], likeness);
    return judgeAll(sighting, candidates, likeness.kin).proposals.map(likelyOf);
  };
}
