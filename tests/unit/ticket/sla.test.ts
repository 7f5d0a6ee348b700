import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlinesFrom, dueSlaEvents, dueSoonAt, upcomingSlaEvents } from '../../../shared/ticket/sla.ts';
import type { Status, TicketState } from '../../../shared/ticket/ticket.ts';

const START = '2026-11-21T12:00:00.000Z';
const targets = fc.record({
  acknowledgeMin: fc.integer({ min: 1, max: 1440 }),
  resolveMin: fc.integer({ min: 1, max: 20_160 }),
});

type Clocks = Parameters<typeof dueSlaEvents>[0];

function clocks(
  sla: { acknowledgeMin: number; resolveMin: number },
  changes: Partial<TicketState> = {},
): Clocks {
  return {
    status: 'routed' as Status,
    acknowledgeFrom: START,
    resolveFrom: START,
    ...deadlinesFrom(START, sla),
    acknowledgedAt: null,
    resolvedAt: null,
    sla: { acknowledge: null, resolve: null },
    ...changes,
  };
}

/** Lets the clock ring as the server would, at the given moments (minutes after the start). */
function ringAt(ticket: Clocks, minutes: number[]): { ticket: Clocks; written: string[] } {
  const written: string[] = [];
  let now = ticket;
  for (const minute of minutes.toSorted((a, b) => a - b))
    for (const event of dueSlaEvents(now, Date.parse(START) + minute * 60_000)) {
      written.push(`${event.clock} ${event.mark}`);
      now = { ...now, sla: { ...now.sla, [event.clock]: event.mark } };
    }
  return { ticket: now, written };
}

test('each warning is written at most once, whenever the clock rings', () => {
  fc.assert(
    fc.property(targets, fc.array(fc.integer({ min: 0, max: 30_000 })), (sla, minutes) => {
      const { written } = ringAt(clocks(sla), minutes);
      expect(new Set(written).size).toBe(written.length);
    }),
  );
});

test('a deadline that has passed is always written as breached, even when no warning came before', () => {
  fc.assert(
    fc.property(targets, fc.array(fc.integer({ min: 0, max: 30_000 })), (sla, minutes) => {
      const { ticket } = ringAt(clocks(sla), [...minutes, 30_000]);
      expect(ticket.sla).toEqual({ acknowledge: 'breached', resolve: 'breached' });
    }),
  );
});

test('the warning comes between the start and the deadline', () => {
  fc.assert(
    fc.property(targets, (sla) => {
      const { resolveBy } = deadlinesFrom(START, sla);
      const warnedAt = Date.parse(dueSoonAt(START, resolveBy));
      expect(warnedAt).toBeGreaterThan(Date.parse(START));
      expect(warnedAt).toBeLessThan(Date.parse(resolveBy));
    }),
  );
});

test('what is upcoming falls due exactly at its moment', () => {
  fc.assert(
    fc.property(targets, (sla) => {
      const ticket = clocks(sla);
      for (const event of upcomingSlaEvents(ticket)) {
        expect(dueSlaEvents(ticket, Date.parse(event.at) - 1)).not.toContainEqual(event);
        expect(dueSlaEvents(ticket, Date.parse(event.at))).toContainEqual(event);
      }
    }),
  );
});

test('an acknowledged ticket is only waited for to be resolved, and a resolved one not at all', () => {
  const sla = { acknowledgeMin: 5, resolveMin: 60 };
  const late = Date.parse(START) + 7_200_000;
  expect(dueSlaEvents(clocks(sla, { acknowledgedAt: START }), late).map(({ clock }) => clock)).toEqual([
    'resolve',
  ]);
  expect(dueSlaEvents(clocks(sla, { status: 'resolved' }), late)).toEqual([]);
});
