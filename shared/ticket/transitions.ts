import type { Status } from './ticket.ts';

/** Commands that move a ticket from one status to another. */
export const TRANSITION_COMMANDS = [
  'verify',
  'route',
  'acknowledge',
  'start',
  'resolve',
  'return',
  'reopen',
  'close',
  'reject',
  'merge',
] as const;
export type TransitionCommand = (typeof TRANSITION_COMMANDS)[number];

/** All commands people give a ticket; the last three leave its status alone. */
export const COMMANDS = [...TRANSITION_COMMANDS, 'split', 'note', 'reprioritise'] as const;
export type Command = (typeof COMMANDS)[number];

type Transition = { from: readonly Status[]; to: Status; needsReason: boolean };

/** The one transition table: from which statuses a command is allowed, and where it leads. */
export const TRANSITIONS: Record<TransitionCommand, Transition> = {
  // Verifying again corrects what the first look got wrong: the kind, the place, the priority.
  verify: { from: ['new', 'verified', 'returned'], to: 'verified', needsReason: false },
  route: {
    from: ['new', 'verified', 'routed', 'acknowledged', 'in_progress', 'returned'],
    to: 'routed',
    needsReason: false,
  },
  acknowledge: { from: ['routed'], to: 'acknowledged', needsReason: false },
  start: { from: ['routed', 'acknowledged'], to: 'in_progress', needsReason: false },
  resolve: { from: ['acknowledged', 'in_progress'], to: 'resolved', needsReason: false },
  return: { from: ['routed', 'acknowledged', 'in_progress'], to: 'returned', needsReason: true },
  close: { from: ['resolved'], to: 'closed', needsReason: false },
  reopen: { from: ['resolved', 'closed', 'rejected'], to: 'verified', needsReason: true },
  reject: { from: ['new', 'verified', 'routed', 'returned'], to: 'rejected', needsReason: true },
  merge: {
    from: ['new', 'verified', 'routed', 'acknowledged', 'in_progress', 'returned'],
    to: 'merged',
    needsReason: false,
  },
};

/** Statuses no command leads out of. */
export const TERMINAL_STATUSES: readonly Status[] = ['merged'];

/** The status a command leads to, or null where the table knows no such path. */
export function nextStatus(from: Status, command: TransitionCommand): Status | null {
  const transition = TRANSITIONS[command];
  return transition.from.includes(from) ? transition.to : null;
}

/** Is this command possible in this status? Notes can be made, and parts taken out, until the ticket is merged; priority while it is open. */
export function isPossible(from: Status, command: Command): boolean {
  if (command === 'note' || command === 'split') return from !== 'merged';
  if (command === 'reprioritise') return TRANSITIONS.merge.from.includes(from);
  return isTransition(command) && nextStatus(from, command) !== null;
}

/** Must the command say why? */
export function needsReason(command: Command): boolean {
  return isTransition(command) && TRANSITIONS[command].needsReason;
}

function isTransition(command: Command): command is TransitionCommand {
  return TRANSITION_COMMANDS.some((known) => known === command);
}
