import type { Surroundings, Understood } from './known-around.ts';
import type { Thread } from './steps/decide.ts';
import type { Report } from './steps/report.ts';
import type { Understanding } from './steps/understand.ts';
import { senderOf } from './surroundings.ts';

/** The ticket of words that are processed in the same transaction. */
export const NOT_YET: Thread = { ticketId: '', category: '', place: null, quoted: false, isNew: true };

/** What the same sender said without a place in the same transaction. */
export function saidBefore(
  { report }: Understood,
  all: readonly Understood[],
): Pick<Thread, 'category' | 'place'> | null {
  const sender = senderOf(report);
  const words = all.findLast(
    (other) =>
      sender !== null &&
      other.report.occurredAt <= report.occurredAt &&
      other.report !== report &&
      other.understood.known &&
      senderOf(other.report) === sender,
  );
  if (!words) return null;
  return { category: words.understood.category.code, place: words.understood.point };
}

/** What the message answers, or else what its sender was last writing about; the newest of it may be of this transaction. */
export function threadFor(report: Report, { threads, bySender, byMessage }: Surroundings): Thread | null {
  const answered = report.inReplyTo === null ? null : byMessage.get(`${report.channel} ${report.inReplyTo}`);
  if (answered) return { ...answered, quoted: true };
  const known = threads.get(report.id) ?? null;
  if (known?.quoted) return known;
  const sender = senderOf(report);
  return (sender && bySender.get(sender)) || known;
}

/** The thread as the next report finds it: a ticket stays what it is, and takes a place where it had none. */
export function threadAfter(
  { category, point }: Understanding,
  ticketId: string,
  before: Thread | null,
): Thread {
  const place = before?.place ?? (point && { lat: point.lat, lng: point.lng });
  const { homeId, number, isNew = true } = before ?? {};
  const code = before?.category ?? category.code;
  return { ticketId, category: code, place, quoted: false, homeId, number, isNew };
}
