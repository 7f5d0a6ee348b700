import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clustered, clusterTickets, type MapTicket } from '../../../client/map/cluster.ts';
import { mergeOverlapping } from '../../../client/map/merge-overlapping.ts';
import { PRIORITIES } from '../../../shared/ticket/ticket.ts';

const RADIUS_PX = 60;
const widthOf = (count: number) => (count === 1 ? 20 : 40 + 8 * Math.log2(count));
const draw = (tickets: MapTicket[], zoom: number): Clustered =>
  mergeOverlapping(clusterTickets(tickets, zoom, RADIUS_PX), zoom, widthOf);

const somewhere = fc.record({
  id: fc.uuid(),
  priority: fc.constantFrom(...PRIORITIES),
  lat: fc.double({ min: -6.25, max: -6.05, noNaN: true }),
  lng: fc.double({ min: 106.55, max: 106.75, noNaN: true }),
});
const city = fc.uniqueArray(somewhere, { selector: ({ id }) => id, maxLength: 120 });
const zooms = fc.double({ min: 9, max: 17, noNaN: true });

describe('tickets on the map', () => {
  it('are all counted once, with their severities, at any zoom', () => {
    fc.assert(
      fc.property(city, zooms, (tickets, zoom) => {
        const { singles, clusters } = draw(tickets, zoom);
        for (const priority of PRIORITIES) {
          const drawn =
            singles.filter((ticket) => ticket.priority === priority).length +
            clusters.reduce((sum, cluster) => sum + cluster.byPriority[priority], 0);
          expect(drawn).toBe(tickets.filter((ticket) => ticket.priority === priority).length);
        }
        const counted = singles.length + clusters.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(tickets.length);
      }),
    );
  });

  it('show the worst severity of a cluster', () => {
    const at = { lat: -6.17, lng: 106.63 };
    const { clusters } = draw(
      [
        { id: 'a', priority: 'low', ...at },
        { id: 'b', priority: 'critical', ...at },
        { id: 'c', priority: 'normal', ...at },
      ],
      12,
    );
    expect(clusters).toMatchObject([{ count: 3, worst: 'critical' }]);
  });

  it('stand alone when they are far from each other', () => {
    const { singles, clusters } = draw(
      [
        { id: 'a', priority: 'low', lat: -6.1, lng: 106.56 },
        { id: 'b', priority: 'high', lat: -6.2, lng: 106.74 },
      ],
      12,
    );
    expect(clusters).toEqual([]);
    expect(singles.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  });
});
