import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Transaction } from '../database/connect.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import type { LikenessNow } from './sightings.ts';
import type { Target, Thread } from './steps/decide.ts';
import { judgeAll } from './steps/judge.ts';
import type { Candidate, Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import type { Understanding } from './steps/understand.ts';

/**
 * People write what happens, and then send a pin: only then is it known which incident their words were about. What is
 * to be matched of such a pin; null where it comes after no words, or the words had a place.
 */
export function sightingOfLatePlace(
  { channel, text, occurredAt }: Report,
  { category: said, known, point }: Understanding,
  thread: Pick<Thread, 'category' | 'place'> | null,
  { read, categoryOf }: LikenessNow,
): Sighting | null {
  if (!point || !thread || thread.place || channel === '112' || (known && said.code !== thread.category))
    return null;
  const category = categoryOf(thread.category);
  if (!category?.match) return null;
  const { lat, lng, accuracyM } = point;
  return { lat, lng, accuracyM, category, at: occurredAt, said: read(text) };
}

/** The ticket that the thread's own turns out to be part of, surely; null where a person decides, or had a look already. */
export function judgeLatePlace(
  sighting: Sighting | null,
  thread: Thread | null,
  candidates: readonly Candidate[],
  { kin }: LikenessNow,
): Target | null {
  if (!sighting || !thread?.isNew) return null;
  const others = candidates.filter(({ ticketId }) => ticketId !== thread.ticketId);
  const { join } = judgeAll(sighting, others, kin);
  return join && { ticketId: join.candidate.ticketId, because: join.because };
}

/**
 * Ends a ticket that holds nothing but one person's words in the one they are about. Answers whether it did: not while
 * anybody else has its reports in hand, whom this must not wait for.
 */
export async function mergeLatePlace(
  trx: Transaction,
  commands: TicketCommands,
  ticket: TicketState,
  into: Target,
  actor: Actor,
): Promise<boolean> {
  if (ticket.status !== 'new') return false;
  const { rows } = await sql<{ held: number; all: number; persons: number }>`
    with mine as (select id from report where ticket_id = ${ticket.id}::uuid for update skip locked)
    select (select count(*)::int from mine) as held, count(*)::int as all,
      count(distinct coalesce(person_of(channel, reporter)::text, id::text))::int as persons
    from report where ticket_id = ${ticket.id}::uuid`.execute(trx);
  const [own] = rows;
  if (!own || own.held !== own.all || own.persons !== 1) return false;
  await commands.absorb(trx, ticket, into, actor);
  return true;
}
