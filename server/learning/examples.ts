import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import type { LearningExample } from '../understand/train-models.ts';

/** A text of the city's own with what a person made of it. `heldBack`: to be tested on, never learnt from. */
export type CityExample = LearningExample & { heldBack: boolean };

const MOST = 20_000;
/** A burst of reports about one thing is not many things. */
const TEXTS_PER_TICKET = 3;
/** Shorter is a greeting or a reply. */
const LEAST_CHARACTERS = 8;
const HELD_BACK_SHARE = 0.15;

type Row = {
  ticket_id: string;
  text: string;
  channel: string;
  department_code: string;
  category: string;
  kind_seen: boolean;
  priority: string | null;
  from_priority: string | null;
};

/**
 * What was said on tickets whose department a person has confirmed or corrected, the newest first. Left out are tickets
 * that were given back and not routed again, rejected or merged: of these nobody has said whose they are. The texts are
 * of citizens: they stay in memory and are learnt from, nothing else.
 */
export async function readCityExamples(db: Database, pack: CityPack): Promise<CityExample[]> {
  const { rows } = await sql<Row>`
    select ticket.id as ticket_id, report.text, report.channel, ticket.department_code, ticket.category,
      decided.kind_seen, urgency.priority, urgency.from_priority
    from ticket
    join lateral (
      select count(*) as entries, coalesce(bool_or(type in ('ticket.verified', 'ticket.routed')), false) as kind_seen
      from ticket_log where ticket_id = ticket.id and actor ->> 'kind' = 'user' and type = any(${DECIDING}::text[])
    ) as decided on decided.entries > 0
    left join lateral (
      select details ->> 'toPriority' as priority, details ->> 'fromPriority' as from_priority from ticket_log
      where ticket_id = ticket.id and actor ->> 'kind' = 'user' and details ? 'toPriority' and not details ? 'category'
      order by version desc limit 1
    ) as urgency on true
    join lateral (
      select text, channel from report where ticket_id = ticket.id and channel <> 'sensor'
        and length(text) >= ${LEAST_CHARACTERS}
      order by received_at limit ${TEXTS_PER_TICKET}
    ) as report on true
    where ticket.status not in ('new', 'returned', 'rejected', 'merged')
    order by ticket.created_at desc limit ${MOST}`.execute(db);
  const owners = new Map(pack.categories.map(({ code, departmentCode }) => [code, departmentCode]));
  return rows.map((row) => ({
    text: row.text,
    channel: row.channel,
    department: row.department_code,
    category: row.kind_seen && owners.get(row.category) === row.department_code ? row.category : null,
    urgent: urgentBy(row),
    weight: 1,
    heldBack: isHeldBack(row.ticket_id),
  }));
}

/** What a person does with a ticket whose department they take to be the right one. */
export const DECIDING = [
  'ticket.verified',
  'ticket.routed',
  'ticket.acknowledged',
  'ticket.started',
  'ticket.resolved',
];

/** What a person said of its urgency. Between the ends it is a matter of taste, and nothing is learnt from it. */
function urgentBy({ priority, from_priority }: Row): boolean | null {
  if (priority === null) return null;
  if (priority === 'critical') return true;
  return from_priority === 'critical' || priority !== 'high' ? false : null;
}

/** The same tickets are held back for ever, so that no version was ever taught what it is tested on. */
export function isHeldBack(id: string): boolean {
  const share = createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
  return share < HELD_BACK_SHARE;
}
