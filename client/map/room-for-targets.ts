import type { Cluster, Clustered, MapTicket } from './cluster.ts';
import { joinNearest } from './merge-overlapping.ts';
import type { Box } from './place-labels.ts';
import { pullInside, type Square, spreadOut } from './spread-out.ts';

/** A mark may go so far from its own place, in its widths; one that had to go farther joins its neighbour. */
const REACH = 1;

/** Where a ticket or a cluster would be drawn, in container pixels, with the room it wants. */
export type SquareOf = (mark: MapTicket | Cluster) => Square;

/** Where marks go, in container pixels, in the order of the marks. */
export type Places = Record<'alone' | 'singles' | 'clusters', readonly { x: number; y: number }[]>;

/**
 * Room for each mark, so that each can be hit: first for those that stand `alone`, the most important first; then for
 * single tickets, of which the exact point says much; last for clusters, which stand for a whole neighbourhood. What is in `view` by its middle is moved wholly inside.
 */
export function makeRoomForTargets(
  clustered: Clustered,
  alone: readonly Square[],
  squareOf: SquareOf,
  view: Box,
): Clustered & { places: Places } {
  let { singles, clusters } = inSteadyOrder(clustered);
  for (;;) {
    const marks = [...singles, ...clusters];
    const wanted = [...alone, ...marks.map(squareOf)].map((square) => pullInside(square, view));
    const places = spreadOut(wanted, view);
    const far = marks.filter((_, at) => isFar(wanted[alone.length + at], places[alone.length + at]));
    if (far.length === 0 || marks.length === 1) {
      const [singlesFrom, clustersFrom] = [alone.length, alone.length + singles.length];
      return {
        singles,
        clusters,
        places: {
          alone: places.slice(0, singlesFrom),
          singles: places.slice(singlesFrom, clustersFrom),
          clusters: places.slice(clustersFrom),
        },
      };
    }
    ({ singles, clusters } = inSteadyOrder(far.reduce(joinNearest, { singles, clusters })));
  }
}

function isFar(wanted: Square | undefined, place: Square | undefined): boolean {
  if (!wanted || !place) return false;
  return Math.hypot(place.x - wanted.x, place.y - wanted.y) > REACH * wanted.widthPx;
}

/** One that does not follow how many there are of what: a mark keeps its place while others change. */
function inSteadyOrder({ singles, clusters }: Clustered): Clustered {
  return {
    singles: singles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    clusters: clusters.toSorted((a, b) => a.lng - b.lng || a.lat - b.lat),
  };
}
