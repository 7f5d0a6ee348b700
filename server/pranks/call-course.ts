import { sql } from 'kysely';
import type { NoiseView } from '../../shared/wire/understanding.ts';
import type { Database } from '../database/connect.ts';

/** A call that was over sooner said little, or nothing. */
const SHORT_S = 10;

/**
 * How a 112 call went, by what the exchange told of it; null while it goes on, or where nothing is known. `silent`: it has
 * ended, and neither a word of it was written down nor anything done with its ticket.
 */
export async function readCallCourse(
  db: Database,
  { externalId, text, ticketId }: { externalId: string; text: string; ticketId: string | null },
): Promise<NoiseView['call']> {
  const { rows } = await sql<{ answered: Date | null; ended: Date | null; touched: boolean }>`
    select min(at) filter (where state = 'answered') as answered, max(at) filter (where state = 'ended') as ended,
      exists (select from ticket_log where ticket_id = ${ticketId} and actor ->> 'kind' = 'user') as touched
    from call_event where call_id = ${externalId}`.execute(db);
  const [course] = rows;
  if (!course?.ended) return null;
  const seconds = course.answered ? (course.ended.getTime() - course.answered.getTime()) / 1000 : null;
  return {
    seconds,
    short: seconds !== null && seconds < SHORT_S,
    silent: text.trim() === '' && !course.touched,
  };
}
