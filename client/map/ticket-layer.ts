import type { Map as LeafletMap } from 'leaflet';
import type { LatLng } from '../../shared/report/report.ts';
import { type Bounds, type Cluster, clusterTickets, type MapTicket } from './cluster.ts';
import { type Known, keepIdentity } from './keep-identity.ts';
import { clusterMark, clusterWidth, ticketMark } from './marks.ts';
import { mergeOverlapping } from './merge-overlapping.ts';
import { type Disc, makeRoom } from './nudge.ts';
import { createPen, type Item } from './pen.ts';
import { type Box, boxAround } from './place-labels.ts';

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
const CLUSTER_CLICK_ZOOM = 1.5;
/** The world at zoom 0. */
const TILE_PX = 256;

/** Draws tickets and clusters on a Leaflet map; `draw` again for new tickets or a new view. */
export function createTicketLayer(map: LeafletMap, options: TicketLayerOptions) {
  const { unitPx } = options;
  const pen = createPen(map, options.interactive);
  let shown: { zoom: number; clusters: Known[] } = { zoom: Number.NaN, clusters: [] };
  let keys = 0;

  function ticketItem(ticket: LayerTicket, selected: boolean): Item {
    const { id, lat, lng, label, calling, priority, departmentCode } = ticket;
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

  function clusterItem(cluster: Cluster & Known, place: Disc | undefined): Item {
    const mark = clusterMark(cluster, unitPx);
    const { lat, lng } = place ? map.containerPointToLatLng([place.x, place.y]) : cluster;
    const act = () => map.flyTo(cluster, map.getZoom() + CLUSTER_CLICK_ZOOM);
    const label = options.clusterLabel(cluster);
    return { key: cluster.key, lat, lng, mark, label, above: 500, act };
  }

  return {
    draw(tickets: readonly LayerTicket[], selectedId: string | null): void {
      const alone = standingAlone(tickets, selectedId);
      const rest = tickets.filter((ticket) => !alone.has(ticket));
      const byId = new Map(rest.map((ticket) => [ticket.id, ticket]));
      const zoom = map.getZoom();
      const { singles, clusters } = mergeOverlapping(
        clusterTickets(rest, zoom, unitPx * CLUSTER_RADIUS, boundsInView(map)),
        zoom,
        (count) => (count === 1 ? unitPx : clusterWidth(count, unitPx)),
      );
      const free = singles.map(({ id }) => byId.get(id)).filter((ticket) => ticket !== undefined);
      const calling = [...alone].map((ticket) => discOf(map, ticket, CALLING_RADIUS * unitPx));
      const discs = clusters.map((cluster) => discOf(map, cluster, clusterWidth(cluster.count, unitPx) / 2));
      const places = makeRoom(discs, calling);
      const items = [
        ...recognise(clusters, zoom).map((cluster, index) => clusterItem(cluster, places[index])),
        ...free.map((ticket) => ticketItem(ticket, false)),
      ];
      for (const ticket of alone) items.push(ticketItem(ticket, ticket.id === selectedId));
      pen.draw(items);
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

function standingAlone(tickets: readonly LayerTicket[], selectedId: string | null): Set<LayerTicket> {
  const calling = tickets.filter((ticket) => ticket.calling);
  const selected = tickets.filter((ticket) => ticket.id === selectedId);
  return new Set(calling.length > CALLING_ALONE ? selected : [...calling, ...selected]);
}

/** The mark's room, with what hangs at its lower right. */
function boxOf(map: LeafletMap, { lat, lng, mark }: Item): Box {
  const { x, y } = map.latLngToContainerPoint([lat, lng]);
  const box = boxAround(x, y, mark.sizePx, mark.sizePx);
  return { ...box, right: box.right + mark.hangingPx, bottom: box.bottom + mark.hangingPx };
}
