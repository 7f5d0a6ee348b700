import type { Map as LeafletMap } from 'leaflet';
import type { LatLng } from '../../shared/report/report.ts';
import { type Bounds, type Cluster, type Clustered, clusterTickets, type MapTicket } from './cluster.ts';
import { type Known, keepIdentity } from './keep-identity.ts';
import { clusterMark, clusterWidth, ticketMark, ticketWidth } from './marks.ts';
import { mergeOverlapping } from './merge-overlapping.ts';
import { type Disc, makeRoom } from './nudge.ts';
import { createPen, type Item, TARGET_PX } from './pen.ts';
import { type Box, boxAround } from './place-labels.ts';
import { makeRoomForTargets, type Places } from './room-for-targets.ts';
import { isInside, type Square } from './spread-out.ts';

/**
 * A ticket on the map; `calling` ones keep a pulse and stand alone; `title` is what it is, `label` is read out and shown
 * on hover.
 */
export type LayerTicket = MapTicket & {
  departmentCode: string;
  calling: boolean;
  label: string;
  title: string;
};

export type TicketLayerOptions = {
  /** A sixtieth of a screen's height on a wall, about a line of text at a desk. */
  unitPx: number;
  /** Reached by keyboard and mouse; a wall has neither. */
  interactive: boolean;
  clusterLabel(cluster: Cluster): string;
  onSelect?: ((id: string) => void) | undefined;
  /** Told where marks now are, in container pixels, so that names keep clear of them. */
  onDrawn?: ((boxes: Box[]) => void) | undefined;
};

/** So many calling tickets stand alone; beyond that they are clustered like all others. */
const CALLING_ALONE = 12;
/** In units, with its halo. */
const CALLING_RADIUS = 1.3;
const CLUSTER_RADIUS = 3.1;
/** Between two things that can be hit. */
const AIR_PX = 2;
const CLUSTER_CLICK_ZOOM = 1.5;
/** The world at zoom 0. */
const TILE_PX = 256;

type Point = { x: number; y: number };

/** Draws tickets and clusters on a Leaflet map; `draw` again for new tickets or a new view. */
export function createTicketLayer(map: LeafletMap, options: TicketLayerOptions) {
  const { unitPx } = options;
  const pen = createPen(map, options.interactive);
  let shown: { zoom: number; clusters: Known[] } = { zoom: Number.NaN, clusters: [] };
  let keys = 0;

  function ticketItem(ticket: LayerTicket, selected: boolean, place?: Point): Item {
    const { id, label, calling, priority, departmentCode } = ticket;
    const { lat, lng } = placeOnMap(map, ticket, place);
    const above = calling ? 2_000 : selected ? 1_500 : priority === 'critical' ? 1_000 : 0;
    const mark = ticketMark(priority, unitPx, { departmentCode, calling, selected });
    return { key: id, lat, lng, mark, label, above, act: () => options.onSelect?.(id) };
  }

  /** The clusters with the keys of those that stood about there before, at the same zoom. */
  function recognise(clusters: readonly Cluster[], zoom: number): (Cluster & Known)[] {
    const known = shown.zoom === zoom ? shown.clusters : [];
    const reach = (unitPx * CLUSTER_RADIUS * 360) / (TILE_PX * 2 ** zoom);
    const recognised = keepIdentity(clusters, known, reach, () => `cluster ${keys++}`);
    shown = { zoom, clusters: recognised };
    return recognised;
  }

  function clusterItem(cluster: Cluster & Known, place?: Point): Item {
    const mark = clusterMark(cluster, unitPx);
    const { lat, lng } = placeOnMap(map, cluster, place);
    const act = () => map.flyTo(cluster, map.getZoom() + CLUSTER_CLICK_ZOOM);
    const label = options.clusterLabel(cluster);
    return { key: cluster.key, lat, lng, mark, label, above: 500, act };
  }

  /** A wall is only looked at: clusters keep clear of calls, and all else may touch. */
  function roomForCalls(merged: Clustered, alone: readonly LayerTicket[]): Clustered & { places: Places } {
    const calling = alone.map((ticket) => discOf(map, ticket, CALLING_RADIUS * unitPx));
    const discs = merged.clusters.map((cluster) =>
      discOf(map, cluster, clusterWidth(cluster.count, unitPx) / 2),
    );
    return { ...merged, places: { alone: [], singles: [], clusters: makeRoom(discs, calling) } };
  }

  function roomToHit(merged: Clustered, alone: readonly LayerTicket[]): Clustered & { places: Places } {
    const squareOf = (at: LatLng, markPx: number): Square => {
      const { x, y } = map.latLngToContainerPoint([at.lat, at.lng]);
      return { x, y, widthPx: Math.max(markPx, TARGET_PX) + AIR_PX };
    };
    return makeRoomForTargets(
      merged,
      alone.map((ticket) => squareOf(ticket, 2 * CALLING_RADIUS * unitPx)),
      (mark) => squareOf(mark, widthOf(mark, unitPx)),
      viewOf(map),
    );
  }

  return {
    draw(tickets: readonly LayerTicket[], selectedId: string | null): void {
      const alone = standingAlone(tickets, selectedId);
      const rest = tickets.filter((ticket) => !alone.includes(ticket));
      const zoom = map.getZoom();
      const merged = mergeOverlapping(
        clusterTickets(rest, zoom, unitPx * CLUSTER_RADIUS, boundsInView(map)),
        zoom,
        (count) => (count === 1 ? unitPx : clusterWidth(count, unitPx)),
      );
      const { singles, clusters, places } = options.interactive
        ? roomToHit(merged, alone)
        : roomForCalls(merged, alone);
      const byId = new Map(rest.map((ticket) => [ticket.id, ticket]));
      const items = recognise(clusters, zoom).map((cluster, at) => clusterItem(cluster, places.clusters[at]));
      for (const [at, { id }] of singles.entries()) {
        const ticket = byId.get(id);
        if (ticket) items.push(ticketItem(ticket, false, places.singles[at]));
      }
      for (const [at, ticket] of alone.entries())
        items.push(ticketItem(ticket, ticket.id === selectedId, places.alone[at]));
      const view = viewOf(map);
      pen.draw(items, options.interactive ? (item) => !isInside(targetOf(map, item), view) : () => false);
      options.onDrawn?.(items.map((item) => boxOf(map, item)));
    },
    remove: pen.remove,
  };
}

/** What is in view and a little around it, so that dragging brings nothing unexpected. */
function boundsInView(map: LeafletMap): Bounds {
  const view = map.getBounds().pad(0.3);
  return [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
}

function discOf(map: LeafletMap, { lat, lng }: LatLng, radius: number): Disc {
  const { x, y } = map.latLngToContainerPoint([lat, lng]);
  return { x, y, radius };
}

function widthOf(mark: MapTicket | Cluster, unitPx: number): number {
  return 'count' in mark ? clusterWidth(mark.count, unitPx) : ticketWidth(mark.priority, unitPx);
}

/** Where it was put, else its own place. */
function placeOnMap(map: LeafletMap, own: LatLng, place: Point | undefined): LatLng {
  return place ? map.containerPointToLatLng([place.x, place.y]) : own;
}

/** The selected one first. */
function standingAlone(tickets: readonly LayerTicket[], selectedId: string | null): LayerTicket[] {
  const selected = tickets.filter(({ id }) => id === selectedId);
  const calling = tickets.filter((ticket) => ticket.calling && ticket.id !== selectedId);
  const isMany = calling.length + selected.filter((ticket) => ticket.calling).length > CALLING_ALONE;
  return isMany ? selected : [...selected, ...calling];
}

/** All of the map that is seen, in container pixels. */
function viewOf(map: LeafletMap): Box {
  const { x, y } = map.getSize();
  return { left: 0, top: 0, right: x, bottom: y };
}

function targetOf(map: LeafletMap, { lat, lng, mark }: Item): Square {
  const { x, y } = map.latLngToContainerPoint([lat, lng]);
  return { x, y, widthPx: Math.max(mark.sizePx, TARGET_PX) };
}

/** The mark's room, with what hangs at its lower right. */
function boxOf(map: LeafletMap, { lat, lng, mark }: Item): Box {
  const { x, y } = map.latLngToContainerPoint([lat, lng]);
  const box = boxAround(x, y, mark.sizePx, mark.sizePx);
  return { ...box, right: box.right + mark.hangingPx, bottom: box.bottom + mark.hangingPx };
}
