import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import type { Change } from '../../shared/wire/live.ts';

/** Who listens: also the name of the room. Each OPD has its own. */
export type Audience = 'wall' | 'desk' | 'executive' | `opd:${string}`;

/** Audiences that hear of every ticket of the city. */
export const CITY_AUDIENCES: Audience[] = ['wall', 'desk', 'executive'];

const OPD_PREFIX = 'opd:';

/** The room an actor belongs in; null for those the policy lets into none. */
export function audienceOf(actor: Actor): Audience | null {
  if (can(actor, 'live.desk')) return 'desk';
  if (can(actor, 'live.executive')) return 'executive';
  const { departmentCode } = actor;
  if (departmentCode !== null && can(actor, 'live.opd', { departmentCode }))
    return `${OPD_PREFIX}${departmentCode}`;
  return can(actor, 'live.wall') ? 'wall' : null;
}

/** The department a room is for; null where it is the whole city. */
export function departmentOf(room: string): string | null {
  return room.startsWith(OPD_PREFIX) ? room.slice(OPD_PREFIX.length) : null;
}

/** One log entry as it goes out, with those departments that must hear of it. */
export type FeedEntry = { change: Change; departments: readonly string[] };

/** The changes that are for a department, or for the whole city (null). */
export function changesFor(entries: readonly FeedEntry[], departmentCode: string | null): Change[] {
  const theirs =
    departmentCode === null
      ? entries
      : entries.filter(({ departments }) => departments.includes(departmentCode));
  return theirs.map(({ change }) => change);
}
