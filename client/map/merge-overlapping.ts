import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import type { Cluster, Clustered, MapTicket } from './cluster.ts';

/** How wide a cluster of so many tickets is drawn, in pixels. */
export type WidthOf = (count: number) => number;

/** Discs may come this close, as a share of the sum of their radii. */
const CLOSEST = 0.86;
const TILE_PX = 256;

type Disc = { cluster: Cluster; members: MapTicket[]; x: number; y: number; radius: number };

/**
 * Joins clusters whose discs would lie on each other, and single tickets that a disc would cover, until none
 * does. A number half under another is read wrongly.
 */
export function mergeOverlapping(
  { clusters, singles }: Clustered,
  zoom: number,
  widthOf: WidthOf,
): Clustered {
  const toDisc = (cluster: Cluster, members: MapTicket[] = []): Disc => {
    const { x, y } = project(cluster, zoom);
    return { cluster, members, x, y, radius: widthOf(cluster.count) / 2 };
  };
  const waiting = [
    ...clusters.map((cluster) => toDisc(cluster)),
    ...singles.map((s) => toDisc(alone(s), [s])),
  ];
  waiting.sort((a, b) => b.cluster.count - a.cluster.count);
  const settled: Disc[] = [];
  for (let disc = waiting.shift(); disc; disc = waiting.shift()) {
    const near = settled.findIndex((other) => isTooClose(other, disc));
    const [other] = near === -1 ? [] : settled.splice(near, 1);
    if (other) waiting.unshift(toDisc(join(other.cluster, disc.cluster)));
    else settled.push(disc);
  }
  return {
    clusters: settled.filter((disc) => disc.members.length === 0).map((disc) => disc.cluster),
    singles: settled.flatMap((disc) => disc.members),
  };
}

/** The same with one of them joined to the one nearest to it; unchanged where it is the only one or is there no more. */
export function joinNearest({ singles, clusters }: Clustered, mark: MapTicket | Cluster): Clustered {
  const all = [...singles, ...clusters];
  if (!all.includes(mark)) return { singles, clusters };
  const here = project(mark, 0);
  const away = (other: MapTicket | Cluster) => {
    const { x, y } = project(other, 0);
    return Math.hypot(x - here.x, y - here.y);
  };
  const [first, ...rest] = all.filter((other) => other !== mark);
  if (!first) return { singles, clusters };
  const nearest = rest.reduce((best, other) => (away(other) < away(best) ? other : best), first);
  const isLeft = (other: MapTicket | Cluster) => other !== mark && other !== nearest;
  const joined = join(asCluster(nearest), asCluster(mark));
  return { singles: singles.filter(isLeft), clusters: [...clusters.filter(isLeft), joined] };
}

const asCluster = (mark: MapTicket | Cluster): Cluster => ('count' in mark ? mark : alone(mark));

/** A single ticket only joins where it would be covered, not where marks touch. */
function isTooClose(a: Disc, b: Disc): boolean {
  const single = a.cluster.count === 1 || b.cluster.count === 1;
  const both = a.cluster.count === 1 && b.cluster.count === 1;
  if (both) return false;
  const reach = single ? Math.max(a.radius, b.radius) : (a.radius + b.radius) * CLOSEST;
  return Math.hypot(a.x - b.x, a.y - b.y) < reach;
}

function alone({ lat, lng, priority }: MapTicket): Cluster {
  const byPriority = { critical: 0, high: 0, normal: 0, low: 0, [priority]: 1 };
  return { lat, lng, count: 1, byPriority, worst: priority };
}

function join(a: Cluster, b: Cluster): Cluster {
  const count = a.count + b.count;
  const mean = (of: 'lat' | 'lng') => (a[of] * a.count + b[of] * b.count) / count;
  const byPriority = { ...a.byPriority };
  for (const priority of PRIORITIES) byPriority[priority] += b.byPriority[priority];
  const worst = PRIORITIES.find((priority) => byPriority[priority] > 0) ?? 'low';
  return { lat: mean('lat'), lng: mean('lng'), count, byPriority, worst };
}

/** Web Mercator in pixels, as Leaflet draws it. */
function project({ lat, lng }: { lat: number; lng: number }, zoom: number): { x: number; y: number } {
  const world = TILE_PX * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: world * (lng / 360 + 0.5),
    y: world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}
