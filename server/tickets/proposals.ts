import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { ProposalView } from '../../shared/wire/likeness.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import { presentLiveTicket } from './present.ts';
import { stateFromRow, type TicketRow } from './state.ts';

/** Two tickets that may be one incident: the one just opened or placed, and one there is. */
export type NewProposal = {
  ticketId: string;
  otherId: string;
  reportId: string;
  score: number;
  because: string[];
};

/**
 * Keeps proposals, in one statement that waits for no ticket. What was proposed or decided before stays as it is: the
 * answer names the pairs that are new.
 */
export async function keepProposals(
  line: Line,
  proposals: readonly NewProposal[],
  at: string,
): Promise<{ ticketId: string; otherId: string }[]> {
  if (proposals.length === 0) return [];
  const { rows } = await sql<{ ticketId: string; otherId: string }>`/* prepared */
    insert into ticket_proposal (ticket_id, other_id, report_id, score, because, created_at)
    select "ticketId", "otherId", "reportId", score, because, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb)
      as given ("ticketId" uuid, "otherId" uuid, "reportId" uuid, score float8, because text[])
    on conflict do nothing
    returning ticket_id as "ticketId", other_id as "otherId"`.execute(line);
  return rows;
}

/** The open tickets that may be the same as this one and that nobody has decided about, the likeliest first. */
export async function listProposals(db: Database, pack: CityPack, ticketId: string): Promise<ProposalView[]> {
  const { rows } = await sql<TicketRow & { proposal_id: string; score: number; because: string[] }>`
    select ticket.*, proposal.id as proposal_id, proposal.score, proposal.because
    from (
      select id, other_id as with_id, score, because from ticket_proposal
      where ticket_id = ${ticketId}::uuid and verdict is null
      union all
      select id, ticket_id, score, because from ticket_proposal
      where other_id = ${ticketId}::uuid and verdict is null
    ) as proposal
    join ticket on ticket.id = proposal.with_id and ticket.is_open
    order by proposal.score desc, proposal.id limit 5`.execute(db);
  return rows.map((row) => ({
    id: row.proposal_id,
    ticket: presentLiveTicket(stateFromRow(row), pack),
    score: row.score,
    because: row.because,
  }));
}

/** What a person has said of two tickets; kept, so that they are never proposed again. */
export async function decideProposal(
  trx: Transaction,
  pair: readonly [string, string],
  verdict: 'same' | 'different',
  { actor, at }: { actor: Pick<Actor, 'id'>; at: string },
): Promise<void> {
  await sql`
    update ticket_proposal set verdict = ${verdict}, decided_at = ${at}::timestamptz, decided_by = ${actor.id}
    where least(ticket_id, other_id) = least(${pair[0]}::uuid, ${pair[1]}::uuid)
      and greatest(ticket_id, other_id) = greatest(${pair[0]}::uuid, ${pair[1]}::uuid)`.execute(trx);
}

/** What has been taken apart by hand is not proposed again. */
export async function keepApart(
  trx: Transaction,
  ticketId: string,
  otherId: string,
  { actor, at }: { actor: Pick<Actor, 'id'>; at: string },
): Promise<void> {
  await sql`
    insert into ticket_proposal
      (ticket_id, other_id, score, because, created_at, verdict, decided_at, decided_by)
    values (${otherId}::uuid, ${ticketId}::uuid, 0, '{}', ${at}::timestamptz, 'different', ${at}::timestamptz,
      ${actor.id})
    on conflict (least(ticket_id, other_id), greatest(ticket_id, other_id))
    do update set verdict = 'different', decided_at = excluded.decided_at, decided_by = excluded.decided_by`.execute(
    trx,
  );
}
