import type { Actor } from '../../shared/access/actor.ts';
import type { Status, TicketState } from '../../shared/ticket/ticket.ts';
import type { HistoryDetails } from '../../shared/wire/api.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import type { PushKind } from '../../shared/wire/push.ts';

/** A log entry as far as it decides who is told; the ticket is as it is now. */
export type TellingEntry = {
  seq: number;
  at: string;
  type: TicketEvent;
  actor: Pick<Actor, 'id' | 'role'>;
  details: HistoryDetails;
  /** The department it came from had been given it before. */
  wasTheirs: boolean;
  ticket: TicketState;
};

export type Telling = { kind: PushKind; departmentCode: string };

/** The entries that may be worth a push. */
export const TELLING_EVENTS = [
  'ticket.routed',
  'ticket.reprioritised',
  'ticket.reopened',
  'ticket.returned',
  'ticket.due_soon',
  'ticket.breached',
] as const satisfies readonly TicketEvent[];

/** With the department: it has been handed over and not been given back. */
const IN_HAND: readonly Status[] = ['routed', 'acknowledged', 'in_progress'];

/**
 * Which departments' phones ring for an entry, and why. What has been overtaken (somebody accepted it meanwhile) rings
 * for nobody.
 */
export function worthTelling(entry: TellingEntry): Telling[] {
  const { type, details, ticket, actor } = entry;
  const own = ticket.departmentCode;
  const isInHand = IN_HAND.includes(ticket.status);
  switch (type) {
    case 'ticket.routed':
      return [...arrived(entry), ...taken(entry)];
    case 'ticket.reprioritised':
      return isInHand && details.toPriority === 'critical' && ticket.priority === 'critical'
        ? [{ kind: 'critical', departmentCode: own }]
        : [];
    case 'ticket.reopened':
      return [{ kind: 'reopened', departmentCode: own }];
    case 'ticket.returned':
      // The department's own people know.
      return actor.role === 'responder' ? [] : [{ kind: 'moved', departmentCode: own }];
    case 'ticket.due_soon':
      return isInHand && isRunning(entry) ? [{ kind: 'due-soon', departmentCode: own }] : [];
    case 'ticket.breached':
      return isInHand && isRunning(entry) ? [{ kind: 'late', departmentCode: own }] : [];
    default:
      return [];
  }
}

function arrived({ ticket, details }: TellingEntry): Telling[] {
  const to = details.toDepartment ?? ticket.departmentCode;
  if (ticket.status !== 'routed' || ticket.departmentCode !== to) return [];
  return [{ kind: ticket.priority === 'critical' ? 'critical' : 'new', departmentCode: to }];
}

function taken({ details: { fromDepartment, toDepartment }, wasTheirs }: TellingEntry): Telling[] {
  if (fromDepartment === undefined || fromDepartment === toDepartment || !wasTheirs) return [];
  return [{ kind: 'moved', departmentCode: fromDepartment }];
}

/** Nobody is called for a clock that was stopped meanwhile. */
function isRunning({ details, ticket }: TellingEntry): boolean {
  return details.clock !== 'acknowledge' || ticket.acknowledgedAt === null;
}
