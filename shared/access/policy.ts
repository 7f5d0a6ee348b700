import type { Actor, Role } from './actor.ts';

/** Every act the product knows. Server and screens ask the same file. */
export const ACTIONS = [
  'tickets.list',
  'ticket.read',
  'ticket.create',
  'ticket.verify',
  'ticket.route',
  'ticket.acknowledge',
  'ticket.start',
  'ticket.resolve',
  'ticket.return',
  'ticket.reopen',
  'ticket.close',
  'ticket.reject',
  'ticket.merge',
  'ticket.split',
  'ticket.note',
  'ticket.reprioritise',
  'ticket.photograph',
  'ticket.reply',
  'report.read',
  'reports.set-aside.read',
  'photo.read',
  'calls.read',
  'callers.read',
  'people.manage',
  'filters.keep',
  'presence.follow',
  'city.read',
  'live.wall',
  'live.desk',
  'live.opd',
  'live.executive',
  'room.read',
  'room.manage',
  'walls.manage',
  'opd.holders.read',
  'push.subscribe',
  'insight.read',
  'channels.deliver',
  'health.read',
  'queues.manage',
  'users.manage',
  'tokens.manage',
  'settings.read',
  'settings.city',
  'settings.thresholds',
  'settings.quick-texts',
  'quick-texts.read',
  'audit.read',
  'learning.read',
  'learning.change',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What an act is done to, as far as the policy must know it. */
export type Subject = { departmentCode: string };

type Actor_ = Pick<Actor, 'role' | 'departmentCode'>;
type Rule = (actor: Actor_, subject: Subject | undefined) => boolean;

const CONTROL_ROOM: Role[] = ['administrator', 'supervisor', 'operator'];

const oneOf =
  (...roles: (Role | 'system')[]): Rule =>
  (actor) =>
    roles.includes(actor.role);

/** Responders act for their own OPD only; without a subject the question is whether they may ask at all. */
const ownOpd: Rule = (actor, subject) =>
  actor.role === 'responder' &&
  actor.departmentCode !== null &&
  (subject === undefined || subject.departmentCode === actor.departmentCode);

const either =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject));

const controlRoom = oneOf(...CONTROL_ROOM);

const POLICY: Record<Action, Rule> = {
  // The control room sees every ticket, an executive too, a responder those of their own OPD.
  'tickets.list': either(controlRoom, oneOf('executive'), ownOpd),
  'ticket.read': either(controlRoom, oneOf('executive'), ownOpd),
  // Tickets are opened by the control room, and by the pipeline.
  'ticket.create': either(controlRoom, oneOf('system')),
  'ticket.verify': controlRoom,
  'ticket.route': either(controlRoom, oneOf('system')),
  // A department answers for its own tickets; the control room may do so on its behalf, by phone.
  'ticket.acknowledge': either(controlRoom, ownOpd),
  'ticket.start': either(controlRoom, ownOpd),
  'ticket.resolve': either(controlRoom, ownOpd),
  'ticket.return': either(controlRoom, ownOpd),
  'ticket.note': either(controlRoom, ownOpd, oneOf('system')),
  'ticket.photograph': either(controlRoom, ownOpd),
  // The city answers reporters with one voice, the control room's: also what was answered is read there alone.
  'ticket.reply': controlRoom,
  // Only the control room decides what is worked on, how urgently, and when it is over.
  'ticket.reopen': controlRoom,
  'ticket.close': controlRoom,
  'ticket.reject': controlRoom,
  // The pipeline merges what a late pin shows to be the same, before anybody had a look.
  'ticket.merge': either(controlRoom, oneOf('system')),
  'ticket.split': controlRoom,
  'ticket.reprioritise': either(controlRoom, oneOf('system')),
  // The citizen's words, number and pictures: the control room, and the OPD that has the ticket. Never executives or walls.
  'report.read': either(controlRoom, ownOpd),
  'photo.read': either(controlRoom, ownOpd),
  'reports.set-aside.read': controlRoom,
  'calls.read': controlRoom,
  // Who calls, and what they told of before: whoever takes calls.
  'callers.read': controlRoom,
  // Which names are one person's: a wrong guess shows somebody else's reports.
  'people.manage': oneOf('administrator', 'supervisor'),
  // Each their own, so nobody reads another's.
  'filters.keep': controlRoom,
  // Who has a ticket open, and being seen there: the control room, and the OPD that has the ticket.
  'presence.follow': either(controlRoom, ownOpd),
  // What the city is made of is not secret, but one signs in to ask.
  'city.read': either(controlRoom, oneOf('responder', 'executive', 'wall')),
  'live.wall': either(controlRoom, oneOf('wall')),
  'live.desk': controlRoom,
  'live.opd': ownOpd,
  'live.executive': oneOf('executive'),
  // What stands on the walls beside tickets is for who sees a wall; a supervisor puts it there and looks after the walls.
  'room.read': either(controlRoom, oneOf('wall')),
  'room.manage': oneOf('administrator', 'supervisor'),
  'walls.manage': oneOf('administrator', 'supervisor'),
  // Colleagues see who of them has which ticket; a department's phones are told of its tickets.
  'opd.holders.read': ownOpd,
  'push.subscribe': ownOpd,
  // Sums and the tickets behind them; no citizen is in them.
  'insight.read': oneOf('executive', 'supervisor', 'administrator'),
  // Only a channel's own token delivers reports.
  'channels.deliver': oneOf('channel'),
  'health.read': oneOf('administrator', 'supervisor'),
  'queues.manage': oneOf('administrator'),
  'users.manage': oneOf('administrator'),
  'tokens.manage': oneOf('administrator'),
  // A supervisor sees how the city is set up, and changes what a shift must be able to change: limits and prepared sentences.
  'settings.read': oneOf('administrator', 'supervisor'),
  'settings.thresholds': oneOf('administrator', 'supervisor'),
  'settings.quick-texts': oneOf('administrator', 'supervisor'),
  // Who does what, and what is promised to citizens, is the administrator's to change.
  'settings.city': oneOf('administrator'),
  // Whoever writes to departments or citizens may use the prepared sentences.
  'quick-texts.read': either(controlRoom, ownOpd),
  // How well tickets are understood, and what the city learns of them, is the supervisors' to judge.
  'learning.read': oneOf('administrator', 'supervisor'),
  'learning.change': oneOf('administrator', 'supervisor'),
  // Who did what is read by those who answer for it; a ticket's own history is there for all who may read the ticket.
  'audit.read': oneOf('administrator'),
};

/**
 * May this actor do this? Without a subject: might they do it to some subject (for lists and buttons).
 * The only policy there is: the server enforces it for HTTP and sockets, screens hide buttons with it.
 */
export function can(actor: Actor_, action: Action, subject?: Subject): boolean {
  return POLICY[action](actor, subject);
}
