import type { Command } from '../../shared/ticket/transitions.ts';

/** The key of each command at the desk. */
export const COMMAND_KEYS = {
  verify: 'v',
  route: 'r',
  acknowledge: 'a',
  start: 's',
  resolve: 'd',
  return: 'b',
  close: 'w',
  reopen: 'o',
  note: 'c',
  reprioritise: 'p',
  merge: 'm',
  reject: 'x',
} as const satisfies Record<Command, string>;
