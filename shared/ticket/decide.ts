import type { Category } from '../city/city-pack.ts';
import type { CommandBody } from '../wire/api.ts';
import type { TicketEvent } from '../wire/live.ts';
import type { Decided, StateChanges } from './log-entry.ts';
import { withoutPlace } from './place.ts';
import { deadlinesOf } from './sla.ts';
import type { Priority, TicketState } from './ticket.ts';
import { type Command, nextStatus, type TransitionCommand } from './transitions.ts';

/** What a decision may know beside the ticket itself. `now` is ISO 8601 UTC. */
export type DecideContext = {
  now: string;
  /** The ticket's category, or the one the command changes it to. */
  category: Category;
  /** The place a command names, with the city's areas filled in. */
  location?: NonNullable<TicketState['location']>;
  /** The ticket that goes on, for a merge. */
  target?: Pick<TicketState, 'id' | 'number'>;
};

type Decider<C extends Command> = (
  ticket: TicketState,
  body: CommandBody<C>,
  context: DecideContext,
) => Decided;

const EVENT: Record<TransitionCommand, TicketEvent> = {
  verify: 'ticket.verified',
  route: 'ticket.routed',
  acknowledge: 'ticket.acknowledged',
  start: 'ticket.started',
  resolve: 'ticket.resolved',
  return: 'ticket.returned',
  reopen: 'ticket.reopened',
  close: 'ticket.closed',
  reject: 'ticket.rejected',
  merge: 'ticket.merged',
};

/** An entry that moves the ticket along the table; the caller has checked that the table knows the path. */
function moved(
  ticket: TicketState,
  command: TransitionCommand,
  body: { note?: string | undefined; reason?: string | undefined },
  changes: StateChanges = {},
): Decided {
  const status = nextStatus(ticket.status, command) ?? ticket.status;
  return {
    type: EVENT[command],
    changes: { status, ...changes },
    details: {
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(body.note === undefined ? {} : { note: body.note }),
    },
  };
}

const verify: Decider<'verify'> = (ticket, body, { category, location }) => {
  const changes: StateChanges = {};
  const decided = moved(ticket, 'verify', body);
  if (body.category !== undefined && body.category !== ticket.category) {
    Object.assign(changes, recategorised(ticket, category, body.priority ?? category.priority));
    decided.details.category = category.code;
  } else if (body.priority !== undefined) Object.assign(changes, retimed(ticket, category, body.priority));
  if (body.priority !== undefined) changes.priority = body.priority;
  if (changes.priority !== undefined && changes.priority !== ticket.priority) {
    decided.details.fromPriority = ticket.priority;
    decided.details.toPriority = changes.priority;
  }
  if (location) Object.assign(changes, { location, facts: withoutPlace(ticket.facts) });
  return { ...decided, changes: { ...decided.changes, ...changes } };
};

/** A ticket that turns out to be of another kind: that kind's department, priority and targets, from when it came in. */
function recategorised(ticket: TicketState, category: Category, priority: Priority): StateChanges {
  return {
    category: category.code,
    departmentCode: category.departmentCode,
    priority,
    acknowledgeBy: deadlinesOf(ticket.acknowledgeFrom, category, priority).acknowledgeBy,
    resolveBy: deadlinesOf(ticket.resolveFrom, category, priority).resolveBy,
    sla: { acknowledge: null, resolve: null },
  };
}

/**
 * A ticket of another priority has that one's targets, from when its clocks started; where these are the same as before
 * its deadlines stay, though the city may have changed its targets since.
 */
function retimed(ticket: TicketState, category: Category, priority: Priority): StateChanges {
  const by = (of: Priority) => ({
    acknowledgeBy: deadlinesOf(ticket.acknowledgeFrom, category, of).acknowledgeBy,
    resolveBy: deadlinesOf(ticket.resolveFrom, category, of).resolveBy,
  });
  const [before, after] = [by(ticket.priority), by(priority)];
  const isSame = before.acknowledgeBy === after.acknowledgeBy && before.resolveBy === after.resolveBy;
  return isSame ? {} : { ...after, sla: { acknowledge: null, resolve: null } };
}

const route: Decider<'route'> = (ticket, body, { now, category }) => {
  const handedOver = ticket.acknowledgedAt !== null || ticket.status === 'returned';
  const changes: StateChanges = { departmentCode: body.departmentCode };
  if (handedOver) {
    changes.acknowledgedAt = null;
    changes.acknowledgeFrom = now;
    changes.acknowledgeBy = deadlinesOf(now, category, ticket.priority).acknowledgeBy;
    changes.sla = { ...ticket.sla, acknowledge: null };
  }
  const decided = moved(ticket, 'route', body, changes);
  decided.details.toDepartment = body.departmentCode;
  if (ticket.departmentCode !== body.departmentCode) decided.details.fromDepartment = ticket.departmentCode;
  return decided;
};

const reopen: Decider<'reopen'> = (ticket, body, { now, category }) =>
  moved(ticket, 'reopen', body, {
    resolvedAt: null,
    closedAt: null,
    acknowledgedAt: null,
    acknowledgeFrom: now,
    resolveFrom: now,
    ...deadlinesOf(now, category, ticket.priority),
    sla: { acknowledge: null, resolve: null },
  });

const DECIDERS: { [C in Command]: Decider<C> } = {
  verify,
  route,
  reopen,
  acknowledge: (ticket, body, { now }) => moved(ticket, 'acknowledge', body, { acknowledgedAt: now }),
  start: (ticket, body, { now }) =>
    moved(ticket, 'start', body, { acknowledgedAt: ticket.acknowledgedAt ?? now }),
  resolve: (ticket, body, { now }) => moved(ticket, 'resolve', body, { resolvedAt: now }),
  return: (ticket, body) => moved(ticket, 'return', body),
  close: (ticket, body, { now }) => moved(ticket, 'close', body, { closedAt: now }),
  reject: (ticket, body, { now }) => {
    const decided = moved(ticket, 'reject', body, { closedAt: now });
    if (body.prank) decided.details.prank = true;
    return decided;
  },
  merge: (ticket, body, { now, target }) => {
    const decided = moved(ticket, 'merge', body, { closedAt: now, mergedInto: body.into });
    if (target) Object.assign(decided.details, { ticketId: target.id, ticketNumber: target.number });
    return decided;
  },
  // What is left depends on the logs of all that were ever joined: see `split.ts`.
  split: (_ticket, body) => ({
    type: 'ticket.split',
    changes: {},
    details: { ...(body.reason === undefined ? {} : { reason: body.reason }) },
  }),
  note: (_ticket, body) => ({ type: 'ticket.noted', changes: {}, details: { note: body.note } }),
  reprioritise: (ticket, body, { category }) => ({
    type: 'ticket.reprioritised',
    changes: { priority: body.priority, ...retimed(ticket, category, body.priority) },
    details: {
      fromPriority: ticket.priority,
      toPriority: body.priority,
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(body.note === undefined ? {} : { note: body.note }),
    },
  }),
};

/**
 * The entry a command writes. Pure; the caller has checked that the command is possible in the
 * ticket's status and allowed to the actor.
 */
export function decide<C extends Command>(
  command: C,
  ticket: TicketState,
  body: CommandBody<C>,
  context: DecideContext,
): Decided {
  return DECIDERS[command](ticket, body, context);
}
