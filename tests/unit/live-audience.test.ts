import { expect, test } from 'vitest';
import { audienceOf, changesFor, departmentOf } from '../../server/realtime/audience.ts';
import {
  type Actor,
  systemActor,
  TOKEN_ROLES,
  type TokenRole,
  USER_ROLES,
} from '../../shared/access/actor.ts';
import { buildLiveTicket } from '../support/live-tickets.ts';

const ROOMS: Record<(typeof USER_ROLES)[number], string> = {
  administrator: 'desk',
  supervisor: 'desk',
  operator: 'desk',
  responder: 'opd:JALAN',
  executive: 'executive',
  wall: 'wall',
};
const TOKEN_ROOMS: Record<TokenRole, string | null> = { wall: 'wall', channel: null, open311: null };

test.for(USER_ROLES)('%s has its one room', (role) => {
  const departmentCode = role === 'responder' ? 'JALAN' : null;
  const actor: Actor = { kind: 'user', id: '1', name: 'somebody', role, departmentCode };
  expect(audienceOf(actor)).toBe(ROOMS[role]);
});

test.for(TOKEN_ROLES)('a %s token has its room or none', (role) => {
  const actor: Actor = { kind: 'token', id: '1', name: 'a token', role, departmentCode: null };
  expect(audienceOf(actor)).toBe(TOKEN_ROOMS[role]);
});

test('a responder without an OPD and the system itself have none', () => {
  const lost: Actor = { kind: 'user', id: '1', name: 'x', role: 'responder', departmentCode: null };
  expect(audienceOf(lost)).toBeNull();
  expect(audienceOf(systemActor('pipeline'))).toBeNull();
});

test('an OPD room gets what concerns it, before or after; the city gets everything', () => {
  const entry = (seq: number, departments: string[]) => ({
    change: {
      seq,
      at: '2026-11-21T12:00:00.000Z',
      type: 'ticket.routed' as const,
      ticket: buildLiveTicket(),
    },
    departments,
  });
  const entries = [entry(1, ['JALAN']), entry(2, ['JALAN', 'SIAGA']), entry(3, ['SIAGA'])];
  const numbers = (room: string) => changesFor(entries, departmentOf(room)).map(({ seq }) => seq);
  expect(numbers('opd:JALAN')).toEqual([1, 2]);
  expect(numbers('opd:SIAGA')).toEqual([2, 3]);
  expect(numbers('opd:LUAR')).toEqual([]);
  for (const room of ['wall', 'desk', 'executive']) expect(numbers(room)).toEqual([1, 2, 3]);
});
