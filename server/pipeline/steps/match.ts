import type { Category } from '../../../shared/city/city-pack.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import type { Channel } from '../../../shared/report/channel.ts';
import type { LatLng } from '../../../shared/report/report.ts';
import type { Said } from './likeness.ts';

/** An open ticket that a report may belong to; `createdAt` in ms since the epoch. */
export type Candidate = LatLng & {
  ticketId: string;
  category: string;
  accuracyM: number | null;
  createdAt: number;
  /** Its category as the city has it, its number, and what was said of it; known where it was read for judging. */
  of?: Category | undefined;
  number?: string;
  channel?: Channel;
  said?: () => Said;
};

/**
 * Where and when something of a category was reported; `at` in ms since the epoch. `neverJoined`: a person decides,
 * always. `joinsKin`: a measuring post belongs to what people report around it.
 */
export type Sighting = LatLng & {
  category: Category;
  accuracyM: number | null;
  at: number;
  said?: Said;
  neverJoined?: boolean;
  joinsKin?: readonly Category[];
};

const MINUTE_MS = 60_000;
export const METRES_PER_DEGREE = 111_195;
/** A rough place counts no farther than this, metres. */
export const ROUGH_MOST_M = 1500;

/**
 * How far apart two reports of a category can be and still be one incident, metres: the category's radius, and
 * as much again at most for places that are not exact.
 */
export function reachM(category: Category, ...accuracies: (number | null)[]): number {
  const radiusM = category.match?.radiusM ?? 0;
  const errorM = accuracies.reduce<number>((sum, accuracyM) => sum + (accuracyM ?? 0), 0);
  return radiusM + Math.min(errorM, radiusM);
}

/** The nearest candidate of the same category within reach and window; null when there is none. */
export function findMatch(sighting: Sighting, candidates: readonly Candidate[]): Candidate | null {
  const { category } = sighting;
  if (!category.match) return null;
  const windowMs = category.match.windowMin * MINUTE_MS;
  let nearest: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.category !== category.code) continue;
    if (Math.abs(sighting.at - candidate.createdAt) > windowMs) continue;
    const apartM = distanceM(sighting, candidate);
    if (apartM > reachM(category, sighting.accuracyM, candidate.accuracyM) || apartM >= least) continue;
    nearest = candidate;
    least = apartM;
  }
  return nearest;
}

/** The box that holds every candidate that may be the same, in degrees. */
export function boxOf(sighting: Sighting): { south: number; north: number; west: number; east: number } {
  const reach = 2 * reachM(sighting.category, Number.POSITIVE_INFINITY) + ROUGH_MOST_M;
  const [dLat, dLng] = degrees(sighting.lat, reach);
  return {
    south: sighting.lat - dLat,
    north: sighting.lat + dLat,
    west: sighting.lng - dLng,
    east: sighting.lng + dLng,
  };
}

/** Names of what a sighting locks: its squares, those of what it may join beside its kind, and the places it names. */
export function lockNamesOf(sighting: Sighting): string[] {
  const { category, joinsKin = [], said } = sighting;
  return [
    ...squaresOf(sighting),
    ...joinsKin.flatMap((kin) => squaresOf({ ...sighting, category: kin })),
    ...[...(said?.places ?? [])].map((place) => `${category.code} at ${place}`),
  ];
}

/**
 * Names of the squares a sighting touches; two sightings that may be one incident share at least one of them.
 * Squares and the box around each sighting are at least as wide as the longest reach, so there are four at most.
 */
export function squaresOf(sighting: Sighting): string[] {
  const reach = reachM(sighting.category, Number.POSITIVE_INFINITY);
  if (reach === 0) return [];
  const height = reach / METRES_PER_DEGREE;
  // Everybody must draw the same squares, so their width does not depend on the place: enough up to 60° latitude.
  const width = height * 2;
  const rows = span(sighting.lat, height);
  const columns = span(sighting.lng, width);
  return rows.flatMap((row) => columns.map((column) => `${sighting.category.code} ${row} ${column}`));
}

/** Indexes of the one or two stripes of this width that `value` ± half a width touches. */
function span(value: number, width: number): number[] {
  const first = Math.floor(value / width - 0.5);
  const last = Math.floor(value / width + 0.5);
  return first === last ? [first] : [first, last];
}

function degrees(lat: number, metres: number): [dLat: number, dLng: number] {
  const dLat = metres / METRES_PER_DEGREE;
  return [dLat, dLat / Math.cos((lat * Math.PI) / 180)];
}
