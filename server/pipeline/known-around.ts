import type { LikenessNow } from './sightings.ts';
import type { Thread } from './steps/decide.ts';
import type { Candidate, Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import type { Understanding } from './steps/understand.ts';

/** A report with what was understood of it, and what of it is to be matched. */
export type Understood = {
  report: Report;
  understood: Understanding;
  sighting: Sighting | null;
  /** What a pin that comes after the words is matched by. */
  late: Sighting | null;
};
/** What is known around the reports of one transaction; grows with the tickets it opens. */
export type Surroundings = {
  likeness: LikenessNow;
  threads: ReadonlyMap<string, Thread>;
  candidates: Candidate[];
  /** What this transaction has done already, by sender and by message. */
  bySender: Map<string, Thread>;
  byMessage: Map<string, Thread>;
};

/** Surroundings in which nothing was done yet. */
export function knowing(
  likeness: LikenessNow,
  threads: ReadonlyMap<string, Thread>,
  candidates: Candidate[],
): Surroundings {
  return { likeness, threads, candidates, bySender: new Map(), byMessage: new Map() };
}

/** Only what is locked may be chosen: the choice must not wait for anybody once the log is being written. */
export function restrictTo(
  open: ReadonlySet<string>,
  { likeness, threads, candidates }: Surroundings,
): Surroundings {
  return knowing(
    likeness,
    new Map([...threads].filter(([, { ticketId }]) => open.has(ticketId))),
    candidates.filter(({ ticketId }) => open.has(ticketId)),
  );
}

/** A ticket that has just got its place is there for those who report from around it. */
export function remember(
  { report, understood, sighting }: Understood,
  thread: Thread,
  around: Surroundings,
): void {
  const { candidates, likeness } = around;
  const { point } = understood;
  if (!point || candidates.some(({ ticketId }) => ticketId === thread.ticketId)) return;
  const { lat, lng, accuracyM } = point;
  const { ticketId, category } = thread;
  const said = sighting?.said ?? likeness.read(report.text);
  const of = likeness.categoryOf(category);
  const { channel, occurredAt: createdAt } = report;
  candidates.push({ ticketId, category, lat, lng, accuracyM, createdAt, channel, said: () => said, of });
}
