import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clustered, MapTicket } from '../../../client/map/cluster.ts';
import { makeRoomForTargets } from '../../../client/map/room-for-targets.ts';
import { isInside, lieOnEachOther, type Square, spreadOut } from '../../../client/map/spread-out.ts';
import { PRIORITIES } from '../../../shared/ticket/ticket.ts';

const along = fc.integer({ min: 0, max: 400 });
const square = fc.record({ x: along, y: along, widthPx: fc.integer({ min: 26, max: 70 }) });
const squares = fc.array(square, { minLength: 1, maxLength: 60 });
const wayOf = (a: Square | undefined, b: Square | undefined) =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
const onAnother = (all: readonly Square[]) =>
  all.filter((one, at) => all.some((other, place) => place !== at && lieOnEachOther(one, other)));

describe('marks that are hit with a finger or a mouse', () => {
  it('are all there, each of its own size, and none lies on another', () => {
    fc.assert(
      fc.property(squares, (wanted) => {
        const placed = spreadOut(wanted);
        expect(placed.map(({ widthPx }) => widthPx)).toEqual(wanted.map(({ widthPx }) => widthPx));
        expect(onAnother(placed)).toEqual([]);
      }),
    );
  });

  it('stay where they are when they lie on nothing, and so does the most important one', () => {
    fc.assert(
      fc.property(squares, (wanted) => {
        const placed = spreadOut(wanted);
        const crowded = onAnother(wanted);
        for (const [at, one] of wanted.entries())
          if (at === 0 || !crowded.includes(one)) expect(placed[at]).toEqual(one);
      }),
    );
  });

  it('go no farther than those that could be in their way are wide', () => {
    fc.assert(
      fc.property(squares, (wanted) => {
        const most = Math.max(...wanted.map(({ widthPx }) => widthPx));
        for (const [at, placed] of spreadOut(wanted).entries())
          expect(wayOf(wanted[at], placed)).toBeLessThanOrEqual(2 * most * wanted.length);
      }),
    );
    const [, beside] = spreadOut([
      { x: 50, y: 50, widthPx: 26 },
      { x: 55, y: 50, widthPx: 26 },
    ]);
    expect(wayOf({ x: 55, y: 50, widthPx: 26 }, beside)).toBeLessThanOrEqual(32);
  });

  it('stay together while the map is moved', () => {
    fc.assert(
      fc.property(squares, fc.integer({ min: -500, max: 500 }), (wanted, by) => {
        const moved = spreadOut(wanted.map((one) => ({ ...one, x: one.x + by, y: one.y - by })));
        for (const [at, { x, y }] of spreadOut(wanted).entries()) {
          expect(moved[at]?.x).toBeCloseTo(x + by);
          expect(moved[at]?.y).toBeCloseTo(y - by);
        }
      }),
    );
  });
});

/** A degree is a pixel; clusters are wider the more they count. */
const widthOf = (count: number) => 26 + 4 * Math.log2(count);
const squareOf = (mark: { lat: number; lng: number; count?: number }): Square => ({
  x: mark.lng,
  y: -mark.lat,
  widthPx: widthOf(mark.count ?? 1),
});
const at = { lat: fc.integer({ min: -40, max: 40 }), lng: fc.integer({ min: 0, max: 120 }) };
const ticket: fc.Arbitrary<MapTicket> = fc.record({
  id: fc.uuid(),
  priority: fc.constantFrom(...PRIORITIES),
  ...at,
});
const cluster = fc
  .record({ ...at, count: fc.integer({ min: 2, max: 90 }) })
  .map((one) => ({ ...one, byPriority: byNormal(one.count), worst: 'normal' as const }));
const byNormal = (normal: number) => ({ critical: 0, high: 0, normal, low: 0 });
const crowd = fc.record({
  singles: fc.uniqueArray(ticket, { selector: ({ id }) => id, maxLength: 12 }),
  clusters: fc.array(cluster, { maxLength: 12 }),
});
const view = { left: 0, top: -60, right: 130, bottom: 60 };
const ticketsIn = ({ singles, clusters }: Clustered) =>
  singles.length + clusters.reduce((sum, { count }) => sum + count, 0);

describe('tickets in a crowd', () => {
  it('are joined where they have no room near their place, and none is lost', () => {
    fc.assert(
      fc.property(crowd, fc.array(square, { maxLength: 3 }), (wanted, alone) => {
        const { places, ...shown } = makeRoomForTargets(wanted, alone, squareOf, view);
        expect(ticketsIn(shown)).toBe(ticketsIn(wanted));
        const marks = [...shown.singles, ...shown.clusters];
        const found = [...places.singles, ...places.clusters];
        const called = alone.map((one, index) => ({ ...one, ...places.alone[index] }));
        const put = marks.map((mark, index) => ({ ...squareOf(mark), ...found[index] }));
        expect(onAnother([...called, ...put])).toEqual([]);
        if (marks.length < 2) return;
        // Its own width, and half of it more at the edge.
        for (const [index, mark] of marks.entries())
          expect(wayOf(squareOf(mark), put[index])).toBeLessThanOrEqual(1.8 * squareOf(mark).widthPx);
      }),
    );
  });

  it('are wholly in view as soon as their middle is', () => {
    fc.assert(
      fc.property(fc.array(ticket, { minLength: 1, maxLength: 4 }), (singles) => {
        const shown = makeRoomForTargets({ singles, clusters: [] }, [], squareOf, view);
        const marks = [...shown.singles, ...shown.clusters];
        const found = [...shown.places.singles, ...shown.places.clusters];
        for (const [index, mark] of marks.entries())
          expect(isInside({ ...squareOf(mark), ...found[index] }, view)).toBe(true);
      }),
    );
  });

  it('stay where they are while others come and go elsewhere', () => {
    const here: MapTicket[] = ['b', 'a', 'd'].map((id) => ({ id, priority: 'low', lat: 0, lng: 10 }));
    const elsewhere: MapTicket[] = ['0', 'c', 'e'].map((id) => ({ id, priority: 'high', lat: 0, lng: 90 }));
    const placeOf = (singles: MapTicket[]) => {
      const room = makeRoomForTargets({ singles, clusters: [] }, [], squareOf, view);
      const index = room.singles.findIndex(({ id }) => id === 'd');
      return room.places.singles[index];
    };
    expect(placeOf([...elsewhere, ...here])).toEqual(placeOf(here.toReversed()));
  });
});
