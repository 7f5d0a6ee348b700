import { sql } from 'kysely';
import { DECIDING } from './examples.ts';

export type Asked = { since: Date; callCategory: string };

/**
 * Tickets that the pipeline opened and of whose department a person has decided since, with the department it was
 * opened with (`said`) and the one it was left with (`was`). Calls of which nothing but the call was known are left out:
 * there was nothing to understand.
 */
export const decidedTickets = ({ since, callCategory }: Asked) => sql`
  select ticket.id, ticket.created_at, opened.changes ->> 'departmentCode' as said, ticket.department_code as was,
    opened.details -> 'because' as because
  from ticket join ticket_log as opened on opened.ticket_id = ticket.id and opened.version = 1
  where ticket.created_at >= ${since} and ticket.channel <> 'sensor' and opened.actor ->> 'kind' = 'system'
    and opened.changes ->> 'category' <> ${callCategory}
    and ticket.status not in ('new', 'returned', 'rejected', 'merged')
    and exists (
      select from ticket_log as entry where entry.ticket_id = ticket.id and entry.actor ->> 'kind' = 'user'
        and entry.type = any(${DECIDING}::text[])
    )`;
