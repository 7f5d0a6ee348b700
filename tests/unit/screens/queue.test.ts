import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter, NO_FILTER, sameFilter } from '../../../client/desk/filter.ts';
import { belongsTo, type QueueTab } from '../../../client/desk/queue-tabs.ts';
import { extendTo, NOTHING, toggle } from '../../../client/desk/selection.ts';
import { createSortedTickets } from '../../../client/desk/sorted-tickets.ts';
import { loadBy } from '../../../client/ticket/counts.ts';
import { byNeed } from '../../../client/ticket/order.ts';
import { placeName } from '../../../client/ticket/place.ts';
import { OPEN_STATUSES, PRIORITIES } from '../../../shared/ticket/ticket.ts';
import type { TicketFilter } from '../../../shared/wire/filter.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { buildLiveTicket } from '../../support/live-tickets.ts';

const now = Date.parse('2026-11-21T12:30:00.000Z');
const fresh = buildLiveTicket({ id: 'fresh' });
const back = buildLiveTicket({ id: 'back', status: 'returned' });
const late = buildLiveTicket({ id: 'late', status: 'routed', acknowledgeBy: '2026-11-21T12:10:00.000Z' });
const working = buildLiveTicket({
  id: 'working',
  status: 'in_progress',
  departmentCode: 'SIAGA',
  acknowledgedAt: '2026-11-21T12:05:00.000Z',
});
const all = [fresh, back, late, working];
const mapOf = (tickets: readonly LiveTicket[]) => new Map(tickets.map((ticket) => [ticket.id, ticket]));
const inOrder = createSortedTickets()(mapOf(all));
const ids = (tab: QueueTab) => inOrder.filter((ticket) => belongsTo(tab, ticket, now)).map(({ id }) => id);

describe("the operators' queue", () => {
  it('holds for them what nobody has verified or routed, and what came back', () => {
    expect(ids('to-do').toSorted()).toEqual(['back', 'fresh']);
  });

  it('can show what is open, or late', () => {
    expect(ids('open')).toEqual(['late', 'back', 'fresh', 'working']);
    expect(ids('breached')).toEqual(['late']);
  });

  it('is always in the order of need, however the picture changes', () => {
    const ticket = fc.record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      status: fc.constantFrom(...OPEN_STATUSES),
      priority: fc.constantFrom(...PRIORITIES),
      minute: fc.integer({ min: 10, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(ticket), { minLength: 1, maxLength: 6 }), (pictures) => {
        const sort = createSortedTickets();
        let before = new Map<string, LiveTicket>();
        for (const picture of pictures) {
          // Some stay the same objects, some are replaced, some go.
          const next = new Map([...before].filter(([id]) => Number(id) % 2 === picture.length % 2));
          for (const { minute, ...rest } of picture)
            next.set(rest.id, buildLiveTicket({ ...rest, acknowledgeBy: `2026-11-21T12:${minute}:00.000Z` }));
          expect(sort(next)).toEqual([...next.values()].sort(byNeed));
          expect(sort(next)).toBe(sort(next));
          before = next;
        }
      }),
    );
  });
});

describe('a filter', () => {
  const words = ({ number }: LiveTicket) => number.toLowerCase();
  const hits = (filter: Partial<TicketFilter>) =>
    all
      .filter((ticket) => compileFilter({ ...NO_FILTER, ...filter }, words)(ticket, now))
      .map(({ id }) => id);

  it('asks for nothing until told', () => {
    expect(hits({})).toEqual(['fresh', 'back', 'late', 'working']);
  });

  it('asks for any of a list, and for all that is asked', () => {
    expect(hits({ statuses: ['returned', 'routed'] })).toEqual(['back', 'late']);
    expect(hits({ statuses: ['returned', 'routed'], breached: true })).toEqual(['late']);
    expect(hits({ departments: ['SIAGA'] })).toEqual(['working']);
    expect(hits({ kecamatan: ['nowhere'] })).toEqual([]);
    expect(hits({ text: `${fresh.number.slice(0, 3)} ${fresh.number.slice(-2)}` })).toContain('fresh');
  });

  it('never finds more when more is asked', () => {
    const statuses = fc.subarray([...OPEN_STATUSES]);
    const priorities = fc.subarray([...PRIORITIES]);
    fc.assert(
      fc.property(statuses, priorities, fc.boolean(), (wanted, pressing, breached) => {
        const narrow = hits({ statuses: wanted, priorities: pressing, breached });
        expect(hits({ statuses: wanted })).toEqual(expect.arrayContaining(narrow));
        expect(hits({ priorities: pressing })).toEqual(expect.arrayContaining(narrow));
      }),
    );
  });

  it('is the same in whatever order it was put together', () => {
    const one = { ...NO_FILTER, statuses: ['new', 'routed'] as TicketFilter['statuses'] };
    expect(sameFilter(one, { ...NO_FILTER, statuses: ['routed', 'new'] })).toBe(true);
    expect(sameFilter(one, NO_FILTER)).toBe(false);
  });
});

describe('a selection', () => {
  const order = ['a', 'b', 'c', 'd'];

  it('takes in one after the other, and out again', () => {
    const one = toggle(toggle(NOTHING, 'a'), 'c');
    expect([...one.ids]).toEqual(['a', 'c']);
    expect([...toggle(one, 'a').ids]).toEqual(['c']);
  });

  it('reaches from the last one touched, either way', () => {
    expect([...extendTo(toggle(NOTHING, 'b'), order, 'd').ids]).toEqual(['b', 'c', 'd']);
    expect([...extendTo(toggle(NOTHING, 'd'), order, 'b').ids].sort()).toEqual(['b', 'c', 'd']);
    expect([...extendTo(NOTHING, order, 'b').ids]).toEqual(['b']);
  });
});

describe('the load of departments', () => {
  it('puts first who is over time', () => {
    const loads = loadBy([fresh, back, late, working], (ticket) => ticket.departmentCode, now);
    expect(loads).toEqual([
      ['JALAN', { open: 3, critical: 0, over: 1 }],
      ['SIAGA', { open: 1, critical: 0, over: 0 }],
    ]);
  });
});

describe('a place in words', () => {
  const location = { lat: 0, lng: 0, accuracyM: null };
  it.each([
    [{ ...location, kelurahan: 'Periuk Jaya', kecamatan: 'Periuk' }, 'Periuk Jaya, Periuk'],
    [{ ...location, kelurahan: 'Periuk', kecamatan: 'Periuk' }, 'Periuk'],
    [{ ...location, kelurahan: null, kecamatan: null }, ''],
    [null, null],
  ])('says each area once', (place, words) => {
    expect(placeName(place)).toBe(words);
  });
});
