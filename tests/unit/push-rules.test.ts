import { describe, expect, test } from 'vitest';
import { findEndpointFault, isPublicAddress, lookupPublic } from '../../server/push/public-host.ts';
import { type TellingEntry, worthTelling } from '../../server/push/worth-telling.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';

describe('where a push may go', () => {
  test.each([
    ['142.250.4.188', true],
    ['2a00:1450:4001:80e::200a', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.20.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.100.100.200', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['nonsense', false],
  ])('%s is of the public internet: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  test('this machine only where a test says so', () => {
    expect(findEndpointFault('http://127.0.0.1:9/x', { loopback: false })).not.toBeNull();
    expect(findEndpointFault('http://127.0.0.1:9/x', { loopback: true })).toBeNull();
    expect(findEndpointFault('https://fcm.googleapis.com/fcm/send/x', { loopback: false })).toBeNull();
  });

  test('a name that leads to this machine is not followed, whatever it is called', async () => {
    const error = await new Promise<Error | null>((resolve) =>
      lookupPublic('localhost', { all: true }, (fault) => resolve(fault)),
    );
    expect(error?.message).toContain('not on the public internet');
  });
});

describe('who is told of what', () => {
  const ticket = { status: 'routed', departmentCode: 'SIAGA', priority: 'normal', acknowledgedAt: null };
  const entry = (
    changes: Omit<Partial<TellingEntry>, 'ticket'> & { ticket?: Partial<TicketState> },
  ): TellingEntry => ({
    seq: 1,
    at: '2026-07-27T02:00:00.000Z',
    type: 'ticket.routed',
    actor: { id: 'op', role: 'operator' },
    details: {},
    wasTheirs: false,
    ...changes,
    ticket: { ...ticket, ...changes.ticket } as TicketState,
  });
  const told = (...[changes]: Parameters<typeof entry>) =>
    worthTelling(entry(changes)).map(({ kind, departmentCode }) => `${kind} ${departmentCode}`);

  test.each<[string, Parameters<typeof entry>[0], string[]]>([
    ['handed over', { details: { toDepartment: 'SIAGA' } }, ['new SIAGA']],
    ['handed over and critical', { ticket: { priority: 'critical' } }, ['critical SIAGA']],
    ['taken up by now', { ticket: { status: 'acknowledged' } }, []],
    [
      'moved on from a department that had it',
      { details: { fromDepartment: 'JALAN', toDepartment: 'SIAGA' }, wasTheirs: true },
      ['new SIAGA', 'moved JALAN'],
    ],
    [
      'moved on from one that never had',
      { details: { fromDepartment: 'JALAN', toDepartment: 'SIAGA' } },
      ['new SIAGA'],
    ],
    [
      'made critical',
      { type: 'ticket.reprioritised', details: { toPriority: 'critical' }, ticket: { priority: 'critical' } },
      ['critical SIAGA'],
    ],
    ['made low', { type: 'ticket.reprioritised', details: { toPriority: 'low' } }, []],
    ['nearly overdue', { type: 'ticket.due_soon', details: { clock: 'acknowledge' } }, ['due-soon SIAGA']],
    [
      'nearly overdue, but taken up by now',
      { type: 'ticket.due_soon', details: { clock: 'acknowledge' }, ticket: { acknowledgedAt: 'now' } },
      [],
    ],
    ['overdue', { type: 'ticket.breached', details: { clock: 'resolve' } }, ['late SIAGA']],
    [
      'overdue in the control room',
      { type: 'ticket.breached', details: { clock: 'resolve' }, ticket: { status: 'verified' } },
      [],
    ],
    // It is handed over a moment later, and that is what is told.
    ['opened', { type: 'ticket.opened' }, []],
    ['reopened', { type: 'ticket.reopened', ticket: { status: 'verified' } }, ['reopened SIAGA']],
    ['taken back', { type: 'ticket.returned', ticket: { status: 'returned' } }, ['moved SIAGA']],
    [
      'given back by themselves',
      { type: 'ticket.returned', actor: { id: 'x', role: 'responder' }, ticket: { status: 'returned' } },
      [],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(told(changes)).toEqual(expected);
  });
});
