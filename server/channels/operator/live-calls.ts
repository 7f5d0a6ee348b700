import { sql } from 'kysely';
import type { CallView } from '../../../shared/wire/api.ts';
import type { Database } from '../../database/connect.ts';

/** How long an ended call stays in the list, minutes. */
const KEPT_MIN = 15;
const MOST = 50;

type CallRow = {
  callId: string;
  state: CallView['state'];
  callerNumber: string | null;
  at: Date;
  lat: number | null;
  lng: number | null;
  accuracyM: number | null;
  ticketId: string | null;
  ticketNumber: string | null;
};

/** The 112 calls of the last minutes, newest first, each with the best place known and its ticket. */
export async function listLiveCalls(db: Database): Promise<CallView[]> {
  const result = await sql<CallRow>`
    select report.external_id as "callId", latest.state, report.reporter ->> 'phone' as "callerNumber",
      report.occurred_at as at, ticket.lat, ticket.lng, ticket.accuracy_m as "accuracyM",
      ticket.id as "ticketId", ticket.number as "ticketNumber"
    from report
    join lateral (
      select state from call_event where call_event.call_id = report.external_id
      order by array_position(array['ended', 'answered', 'ringing'], state) limit 1
    ) latest on true
    left join ticket on ticket.id = report.ticket_id
    where report.channel = '112' and report.received_at > now() - make_interval(mins => ${KEPT_MIN})
    order by report.received_at desc
    limit ${MOST}`.execute(db);
  return result.rows.map(({ lat, lng, accuracyM, at, ...call }) => ({
    ...call,
    at: at.toISOString(),
    location: lat === null || lng === null ? null : { lat, lng, accuracyM },
  }));
}
