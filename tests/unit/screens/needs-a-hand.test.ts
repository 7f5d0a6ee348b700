import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, runningDeadline, shareUsed } from '../../../client/ticket/deadline.ts';
import { byNeed } from '../../../client/ticket/order.ts';
import { PRIORITIES, STATUSES } from '../../../shared/ticket/ticket.ts';
import { buildLiveTicket } from '../../support/live-tickets.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12, minutes)).toISOString();

describe('who needs a hand', () => {
  it('is critical before all others, then who has the least time left', () => {
    const tickets = [
      buildLiveTicket({ id: 'late', priority: 'low', acknowledgeBy: at(-90) }),
      buildLiveTicket({ id: 'calm', priority: 'high', acknowledgeBy: at(500) }),
      buildLiveTicket({ id: 'fire', priority: 'critical', acknowledgeBy: at(3) }),
      buildLiveTicket({ id: 'soon', priority: 'normal', acknowledgeBy: at(10) }),
      buildLiveTicket({ id: 'worse fire', priority: 'critical', acknowledgeBy: at(1) }),
    ];
    expect(tickets.toSorted(byNeed).map(({ id }) => id)).toEqual([
      'worse fire',
      'fire',
      'late',
      'soon',
      'calm',
    ]);
  });

  it('is counted by the resolve clock once somebody has acknowledged', () => {
    const ticket = buildLiveTicket({
      status: 'acknowledged',
      acknowledgedAt: at(1),
      acknowledgeBy: at(2),
      resolveBy: at(300),
    });
    expect(runningDeadline(ticket)).toEqual({ clock: 'resolve', at: Date.parse(at(300)) });
    expect(isOver(ticket, Date.parse(at(299)))).toBe(false);
    expect(isOver(ticket, Date.parse(at(300)))).toBe(true);
  });

  it('is nobody once all is done', () => {
    expect(runningDeadline(buildLiveTicket({ status: 'resolved', resolvedAt: at(5) }))).toBeNull();
  });

  it('is an order: the same whatever order the tickets came in', () => {
    const ticket = fc
      .record({
        id: fc.uuid(),
        priority: fc.constantFrom(...PRIORITIES),
        status: fc.constantFrom(...STATUSES),
        minutes: fc.integer({ min: -100, max: 100 }),
      })
      .map(({ minutes, ...fields }) => buildLiveTicket({ ...fields, acknowledgeBy: at(minutes) }));
    const tickets = fc.uniqueArray(ticket, { selector: ({ id }) => id, maxLength: 30 });
    fc.assert(
      fc.property(tickets, (list) => {
        const ids = (some: typeof list) => some.toSorted(byNeed).map(({ id }) => id);
        expect(ids(list.toReversed())).toEqual(ids(list));
      }),
    );
  });

  it('has used a share of the time between nothing and all', () => {
    const ticket = buildLiveTicket({ createdAt: at(0), acknowledgeBy: at(60) });
    expect(shareUsed(ticket, Date.parse(at(15)))).toBeCloseTo(0.25);
    expect(shareUsed(ticket, Date.parse(at(-5)))).toBe(0);
    expect(shareUsed(ticket, Date.parse(at(90)))).toBe(1);
  });
});
