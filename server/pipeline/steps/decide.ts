import { distanceM } from '../../../shared/city/geometry.ts';
import { type Judgement, judgeAll, type Kin } from './judge.ts';
import { type Candidate, reachM, type Sighting } from './match.ts';
import type { Report } from './report.ts';
import type { Understanding } from './understand.ts';

/** The open ticket that the sender's last report, or the message this one answers, went to. */
export type Thread = {
  ticketId: string;
  category: string;
  place: { lat: number; lng: number } | null;
  /** The sender quoted the earlier message; otherwise they wrote it within half an hour of this one. */
  quoted: boolean;
  /** The ticket the earlier message belongs to by itself, where that was merged since. */
  homeId?: string | undefined;
  number?: string | undefined;
  /** Nobody has had a look at it yet. */
  isNew?: boolean | undefined;
};

/** To which open ticket a report goes. */
export type Target = { ticketId: string; because: string[]; homeId?: string | undefined };
/** A ticket that may be the same incident. */
export type Likely = { ticketId: string; number?: string | undefined; score: number; because: string[] };

/** What becomes of a report: part of a ticket, or a new one that may be the same as others. */
export type Decision = { join: Target | null; proposals: Likely[] };

/** How long a sender's next words are taken to be about the same thing. */
export const THREAD_MS = 30 * 60_000;
/** Of somebody who calls about what they have just written. */
const SAME_CALLER = 0.7;

/**
 * Decides whether a report belongs to an open ticket: the one its sender was just writing about, unless the words
 * say that it is something else or somewhere else; or one that is surely the same incident. Calls are only likened.
 */
export function decideTarget(
  report: Pick<Report, 'channel'>,
  understood: Understanding,
  thread: Thread | null,
  sighting: Sighting | null,
  candidates: readonly Candidate[],
  kin: Kin,
): Decision {
  const goesOn = thread && continues(understood, thread) ? thread : null;
  if (goesOn && report.channel !== '112') {
    const { ticketId, homeId, quoted } = goesOn;
    return { join: { ticketId, homeId, because: [quoted ? 'reply' : 'same sender'] }, proposals: [] };
  }
  const { join, proposals } = sighting ? judgeAll(sighting, candidates, kin) : { join: null, proposals: [] };
  if (join) return { join: { ticketId: join.candidate.ticketId, because: join.because }, proposals: [] };
  const likely = proposals.map(likelyOf).filter(({ ticketId }) => ticketId !== goesOn?.ticketId);
  if (!goesOn) return { join: null, proposals: likely };
  const { ticketId, number } = goesOn;
  return {
    join: null,
    proposals: [{ ticketId, number, score: SAME_CALLER, because: ['same sender'] }, ...likely],
  };
}

export function likelyOf({ candidate, score, because }: Judgement): Likely {
  return { ticketId: candidate.ticketId, number: candidate.number, score, because };
}

function continues({ category, known, point }: Understanding, thread: Thread): boolean {
  if (!known) return true;
  if (category.code !== thread.category) return false;
  if (!point || !thread.place) return true;
  // The same person may walk on and report the next pothole.
  return distanceM(point, thread.place) <= Math.max(reachM(category, point.accuracyM), MOVED_M);
}

const MOVED_M = 50;
