import { distanceM } from '../../../shared/city/geometry.ts';
import { type Candidate, findMatch, reachM } from './match.ts';
import type { Report } from './report.ts';
import { sightingOf, type Understanding } from './understand.ts';

/** The open ticket that the sender's last report, or the message this one answers, went to. */
export type Thread = {
  ticketId: string;
  category: string;
  place: { lat: number; lng: number } | null;
  /** The sender quoted the earlier message; otherwise they wrote it within half an hour of this one. */
  quoted: boolean;
};

/** To which ticket a report goes; null: to a new one. */
export type Target = { ticketId: string; because: string };

/** How long a sender's next words are taken to be about the same thing. */
export const THREAD_MS = 30 * 60_000;

/**
 * Decides whether a report belongs to an open ticket: the one its sender was just writing about, unless the words
 * say that it is something else or somewhere else; or one of the same category nearby and recent.
 */
export function decideTarget(
  report: Pick<Report, 'occurredAt'>,
  understood: Understanding,
  thread: Thread | null,
  candidates: readonly Candidate[],
): Target | null {
  if (thread && continues(understood, thread)) {
    return { ticketId: thread.ticketId, because: thread.quoted ? 'reply' : 'same sender' };
  }
  const sighting = sightingOf(understood, report.occurredAt);
  const match = sighting && findMatch(sighting, candidates);
  if (!match) return null;
  return { ticketId: match.ticketId, because: `${Math.round(distanceM(sighting, match))} m` };
}

function continues({ category, known, point }: Understanding, thread: Thread): boolean {
  if (!known) return true;
  if (category.code !== thread.category) return false;
  if (!point || !thread.place) return true;
  // The same person may walk on and report the next pothole.
  return distanceM(point, thread.place) <= Math.max(reachM(category, point.accuracyM), MOVED_M);
}

const MOVED_M = 50;
