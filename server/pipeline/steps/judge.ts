import type { Category } from '../../../shared/city/city-pack.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import { isVague } from '../../../shared/ticket/place.ts';
import { type InCommon, inCommon, NOTHING_SAID } from './likeness.ts';
import { type Candidate, ROUGH_MOST_M, type Sighting } from './match.ts';

/** Is it the same incident as a candidate? `join`: surely; `propose`: a person decides. `score`: 0 to 1, with reasons by name. */
export type Judgement = {
  candidate: Candidate;
  verdict: 'join' | 'propose';
  score: number;
  because: string[];
};

export type Kin = (one: string, other: string) => boolean;

const MINUTE_MS = 60_000;
/** A place that may be farther off than this, and than its category reaches, says only roughly where. */
const EXACT_M = 100;
/** So many times its reach a report that says the same is still proposed. */
export const BEYOND = 2;
/** Of the words this share in common is saying the same. */
const ALIKE = 0.5;
const SOMEWHAT_ALIKE = 0.34;
/** Rough places are joined by their names only while it is recent. */
const RECENT_MS = 2 * 60 * MINUTE_MS;
const PROPOSED_AT_MOST = 3;

/** The candidate to be joined, the likeliest first; and otherwise those to be proposed. */
export function judgeAll(
  sighting: Sighting,
  candidates: readonly Candidate[],
  kin: Kin,
): { join: Judgement | null; proposals: Judgement[] } {
  const all = candidates
    .flatMap((candidate) => judge(sighting, candidate, kin) ?? [])
    .sort((a, b) => b.score - a.score);
  const join = all.find(({ verdict }) => verdict === 'join') ?? null;
  return { join, proposals: join ? [] : all.slice(0, PROPOSED_AT_MOST) };
}

/** One candidate by distance, time, category and what was said; null when it is another incident. */
export function judge(sighting: Sighting, candidate: Candidate, kin: Kin): Judgement | null {
  const { category } = sighting;
  const same = candidate.category === category.code;
  if (!same && !kin(category.code, candidate.category)) return null;
  const match = widest(category, candidate.of);
  if (!match) return null;
  const ageMs = Math.abs(sighting.at - candidate.createdAt);
  if (ageMs > match.windowMin * MINUTE_MS) return null;
  const apartM = distanceM(sighting, candidate);
  const where = { apartM, radiusM: match.radiusM, errors: [sighting.accuracyM, candidate.accuracyM] };
  if (apartM > farthestM(where) * (isRough(where) ? 1 : BEYOND)) return null;
  const said = inCommon(sighting.said ?? NOTHING_SAID, candidate.said?.() ?? NOTHING_SAID);
  const verdict = verdictOf(sighting, { same, ageMs, said, ...where });
  if (!verdict) return null;
  const farthest = farthestM(where);
  const score =
    (same ? 0.5 : 0.3) +
    0.2 * Math.max(0, 1 - apartM / Math.max(farthest, 1)) +
    0.1 * (1 - ageMs / (match.windowMin * MINUTE_MS)) +
    0.2 * Math.min(1, said.share + (said.places.length > 0 ? 0.5 : 0)) -
    (isRough(where) ? 0.1 : 0);
  return {
    candidate,
    verdict,
    score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100,
    because: reasons({ same, apartM, ageMs, said, rough: isRough(where) }),
  };
}

type Where = { apartM: number; radiusM: number; errors: (number | null)[] };

function verdictOf(
  sighting: Sighting,
  { same, ageMs, said, ...where }: Where & { same: boolean; ageMs: number; said: InCommon },
): Judgement['verdict'] | null {
  const { apartM } = where;
  const alike = said.places.length > 0 || said.share >= ALIKE;
  if (isRough(where)) {
    // A name that stands for a long road does not tell of one incident there.
    const isNear = where.errors.every((accuracyM) => !isVague({ accuracyM }));
    const sure = same && isNear && said.places.length > 0 && ageMs <= RECENT_MS;
    if (sure) return sighting.neverJoined ? 'propose' : 'join';
    return alike || said.share >= SOMEWHAT_ALIKE ? 'propose' : null;
  }
  const reach = farthestM(where);
  if (apartM > reach) return same && alike ? 'propose' : null;
  if (sighting.neverJoined) return 'propose';
  return same || sighting.joinsKin ? 'join' : 'propose';
}

function isRough({ radiusM, errors }: Where): boolean {
  return errors.some((errorM) => (errorM ?? 0) > Math.max(radiusM, EXACT_M));
}

/** Within both radii: what the kind of incident reaches, and how far off the places may be. */
function farthestM(where: Where): number {
  const errorM = where.errors.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return where.radiusM + Math.min(errorM, isRough(where) ? ROUGH_MOST_M : where.radiusM);
}

function widest(one: Category, other: Category | undefined): Category['match'] {
  const [a, b] = [one.match, other?.match ?? null];
  if (!a || !b || one === other) return a ?? b;
  return { radiusM: Math.max(a.radiusM, b.radiusM), windowMin: Math.min(a.windowMin, b.windowMin) };
}

function reasons(found: {
  same: boolean;
  apartM: number;
  ageMs: number;
  said: InCommon;
  rough: boolean;
}): string[] {
  const { same, apartM, ageMs, said, rough } = found;
  return [
    `${Math.round(apartM)} m`,
    `${Math.round(ageMs / MINUTE_MS)} min`,
    ...(same ? [] : ['kin category']),
    ...(said.places.length > 0 ? [`same place: ${said.places.slice(0, 2).join(', ')}`] : []),
    ...(said.words.length > 0 ? [`same words: ${said.words.slice(0, 4).join(', ')}`] : []),
    ...(rough ? ['rough place'] : []),
  ];
}
