import type { Feature, Point } from 'geojson';
import Supercluster from 'supercluster';
import { PRIORITIES, type Priority } from '../../shared/ticket/ticket.ts';

/** What the map needs of a ticket. */
export type MapTicket = { id: string; priority: Priority; lat: number; lng: number };

/** Tickets at about one place: how many of each severity, and around which point. */
export type Cluster = {
  lat: number;
  lng: number;
  count: number;
  byPriority: Record<Priority, number>;
  worst: Priority;
};

export type Clustered = { singles: MapTicket[]; clusters: Cluster[] };

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

const WORLD: Bounds = [-180, -90, 180, 90];
/** Leaflet's tiles, in which zoom levels are counted. */
const TILE_PX = 256;

type Sums = Record<Priority, number>;
type PointProps = { ticket: MapTicket };

/**
 * Puts tickets closer than about `radiusPx` on the screen together. `zoom` may lie between two levels, as
 * when a city is fitted to a screen. Only what lies in `bounds` is answered.
 */
export function clusterTickets(
  tickets: readonly MapTicket[],
  zoom: number,
  radiusPx: number,
  bounds: Bounds = WORLD,
): Clustered {
  const level = Math.max(0, Math.floor(zoom));
  const index = new Supercluster<PointProps, Sums>({
    minZoom: level,
    maxZoom: level,
    radius: radiusPx / 2 ** (zoom - level),
    extent: TILE_PX,
    map: ({ ticket }) => ({ ...NOTHING, [ticket.priority]: 1 }),
    reduce: (sums, more) => {
      for (const priority of PRIORITIES) sums[priority] += more[priority];
    },
  });
  index.load(tickets.map(toPoint));
  const result: Clustered = { singles: [], clusters: [] };
  for (const { geometry, properties } of index.getClusters(bounds, level)) {
    const [lng = 0, lat = 0] = geometry.coordinates;
    if ('ticket' in properties) result.singles.push(properties.ticket);
    else result.clusters.push(toCluster(lat, lng, properties.point_count, properties));
  }
  return result;
}

const NOTHING: Sums = { critical: 0, high: 0, normal: 0, low: 0 };

function toPoint(ticket: MapTicket): Feature<Point, PointProps> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [ticket.lng, ticket.lat] },
    properties: { ticket },
  };
}

function toCluster(lat: number, lng: number, count: number, sums: Sums): Cluster {
  const { critical, high, normal, low } = sums;
  const worst = PRIORITIES.find((priority) => sums[priority] > 0) ?? 'low';
  return { lat, lng, count, byPriority: { critical, high, normal, low }, worst };
}
