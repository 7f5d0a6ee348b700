import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpen, STATUSES, type Status } from '../../../shared/ticket/ticket.ts';
import {
  COMMANDS,
  isPossible,
  nextStatus,
  TERMINAL_STATUSES,
  TRANSITION_COMMANDS,
  TRANSITIONS,
} from '../../../shared/ticket/transitions.ts';

const status = fc.constantFrom(...STATUSES);
const commands = fc.array(fc.constantFrom(...TRANSITION_COMMANDS), { maxLength: 30 });

function walk(from: Status, path: (typeof TRANSITION_COMMANDS)[number][]): Status {
  return path.reduce((at, command) => nextStatus(at, command) ?? at, from);
}

test('no sequence of commands leads to a status outside the table', () => {
  fc.assert(
    fc.property(status, commands, (from, path) => {
      expect(STATUSES).toContain(walk(from, path));
    }),
  );
});

test('a terminal status is never left', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TERMINAL_STATUSES), commands, (from, path) => {
      expect(walk(from, path)).toBe(from);
    }),
  );
  for (const terminal of TERMINAL_STATUSES)
    for (const command of COMMANDS) expect(isPossible(terminal, command)).toBe(false);
});

test('every status but the terminal ones can still reach an end', () => {
  for (const from of STATUSES) {
    const reached = new Set<Status>([from]);
    for (const at of reached)
      for (const command of TRANSITION_COMMANDS) {
        const to = nextStatus(at, command);
        if (to) reached.add(to);
      }
    expect([...reached].some((to) => !isOpen(to))).toBe(true);
  }
});

test('only taking work back in hand leads from a closed status to an open one', () => {
  for (const command of TRANSITION_COMMANDS)
    for (const from of TRANSITIONS[command].from)
      if (!isOpen(from) && isOpen(TRANSITIONS[command].to)) expect(command).toBe('reopen');
});
