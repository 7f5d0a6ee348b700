import { expect, test } from 'vitest';
import { listSections } from '../../../client/responder/list/sections.ts';
import { makeItems } from '../../../client/responder/outbox/make-items.ts';
import { fitWithin } from '../../../client/responder/photo/fit-within.ts';
import { distanceM, formatDistance, routeLink } from '../../../client/responder/ticket/route-link.ts';
import type { Holder } from '../../../shared/wire/holders.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 6, 27, 2, minute)).toISOString();
const ticket = (id: string, changes: Partial<LiveTicket>): LiveTicket =>
  ({
    id,
    version: 1,
    status: 'routed',
    departmentCode: 'SIAGA',
    priority: 'normal',
    createdAt: at(0),
    acknowledgeBy: at(10),
    resolveBy: at(50),
    acknowledgedAt: null,
    ...changes,
  }) as LiveTicket;
const holder = (ticketId: string, userId: string): Holder => ({
  ticketId,
  userId,
  name: userId,
  did: 'acknowledged',
  since: at(1),
});

const tickets = [
  ticket('late', { acknowledgeBy: at(30) }),
  ticket('soon', { acknowledgeBy: at(5) }),
  ticket('mine', { status: 'acknowledged', acknowledgedAt: at(1), resolveBy: at(40) }),
  ticket('theirs', { status: 'in_progress', acknowledgedAt: at(1), resolveBy: at(20) }),
  ticket('back', { status: 'returned' }),
];
const holders = new Map([
  ['mine', holder('mine', 'ani')],
  ['theirs', holder('theirs', 'budi')],
  // Asked before it was given back.
  ['soon', holder('soon', 'budi')],
]);
const list = (onlyMine: boolean, items: Parameters<typeof listSections>[0]['items'] = []) => {
  const { waiting, working, leaving } = listSections({ tickets, items, holders, me: 'ani', onlyMine });
  return [waiting, working, leaving].map((rows) => rows.map((row) => row.ticket.id));
};

test('what waits to be acknowledged and what is worked on are listed by time left', () => {
  expect(list(false)).toEqual([['soon', 'late'], ['theirs', 'mine'], []]);
  expect(list(true)).toEqual([[], ['mine'], []]);
});

test('what was taken up here counts as one’s own at once, and what left waits where it can be seen', () => {
  const take = makeItems([{ kind: 'command', command: 'acknowledge' }], {
    ...{ owner: 'ani', now: 0 },
    ticket: ticket('late', {}),
  });
  const finish = makeItems([{ kind: 'command', command: 'resolve' }], {
    ...{ owner: 'ani', now: 0 },
    ticket: ticket('mine', { status: 'acknowledged' }),
  });
  const [waiting, working, leaving] = list(true, [...take, ...finish]);
  expect(waiting).toEqual([]);
  expect(working).toContain('late');
  expect(leaving).toEqual(['mine']);
});

test('a nobody’s ticket names no holder, whatever was known before', () => {
  const { waiting } = listSections({ tickets, items: [], holders, me: 'ani', onlyMine: false });
  expect(waiting.map((row) => row.holder)).toEqual([null, null]);
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 16; SM-A166B) Chrome/140',
    'geo:-6.178300,106.631900?q=-6.178300,106.631900(TLR-1)',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)',
    'https://maps.apple.com/?daddr=-6.178300,106.631900',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) Chrome/140',
    'https://www.google.com/maps/dir/?api=1&destination=-6.178300%2C106.631900',
  ],
])('the way there opens in the map of the device: %s', (userAgent, expected) => {
  expect(routeLink({ lat: -6.1783, lng: 106.6319 }, 'TLR-1', userAgent)).toBe(expected);
});

test('distances are said as one says them', () => {
  const metres = distanceM({ lat: -6.1783, lng: 106.6319 }, { lat: -6.2, lng: 106.65 });
  expect(metres).toBeGreaterThan(3000);
  expect(metres).toBeLessThan(3300);
  expect([340, 2412, 18_400].map((m) => formatDistance(m, 'id'))).toEqual(['350 m', '2,4 km', '18 km']);
});

test('a camera’s picture is made to fit, a small one is left alone', () => {
  expect(fitWithin({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 });
  expect(fitWithin({ width: 3000, height: 8000 })).toEqual({ width: 600, height: 1600 });
  expect(fitWithin({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
});
