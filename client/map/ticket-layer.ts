import {
  divIcon,
  type Map as LeafletMap,
  type LeafletMouseEvent,
  layerGroup,
  type Marker,
  marker,
} from 'leaflet';
import { type Cluster, clusterTickets, type MapTicket } from './cluster.ts';
import { type Callout, clusterMark, clusterWidth, type Mark, ticketMark } from './marks.ts';
import { mergeOverlapping } from './merge-overlapping.ts';
import { type Box, boxAround, overlaps } from './place-labels.ts';

/**
 * A ticket on the map; `calling` ones keep a pulse and stand alone, the first few with their `callout` beside
 * them; `label` is read out and shown on hover.
 */
export type LayerTicket = MapTicket & { calling: boolean; label: string; callout: string };

export type TicketLayerOptions = {
  /** A sixtieth of a screen's height on a wall, about a line of text at a desk. */
  unitPx: number;
  /** Reached by keyboard and mouse; a wall has neither. */
  interactive: boolean;
  clusterLabel(cluster: Cluster): string;
  /** Write beside the first calling tickets what they are. */
  callouts: boolean;
  onSelect?: ((id: string) => void) | undefined;
  /** Told where marks now are, in container pixels, so that names keep clear of them. */
  onDrawn?: ((boxes: Box[]) => void) | undefined;
};

/** One thing to draw. The same key with the same markup keeps its element, its focus and its pulse. */
type Item = {
  key: string;
  lat: number;
  lng: number;
  mark: Mark;
  label: string;
  above: number;
  callout: Callout | null;
  act: () => void;
};

/** So many calling tickets stand alone; beyond that they are clustered like all others. */
const CALLING_ALONE = 12;
const WITH_CALLOUT = 3;
/** Of the words beside a mark: type size in units, mean width of a letter and height as shares of it. */
const CALLOUT_SIZE = 1.15;
const LETTER_WIDTH = 0.6;
const CALLOUT_HEIGHT = 1.7;
const CALLOUT_GAP = 3;
const CLUSTER_RADIUS = 3.1;
const CLUSTER_CLICK_ZOOM = 1.5;

/** Draws tickets and clusters on a Leaflet map; `draw` again for new tickets or a new view. */
export function createTicketLayer(map: LeafletMap, options: TicketLayerOptions) {
  const { unitPx } = options;
  const pen = createPen(map, options.interactive);

  function ticketItem(ticket: LayerTicket, selected: boolean, others: Box[] | null): Item {
    const { id, lat, lng, label, calling, priority } = ticket;
    const above = calling ? 2_000 : selected ? 1_500 : priority === 'critical' ? 1_000 : 0;
    const callout = others && calloutOf(map, ticket, unitPx, others);
    const mark = ticketMark(priority, unitPx, { calling, selected, callout });
    return { key: id, lat, lng, mark, label, above, callout, act: () => options.onSelect?.(id) };
  }

  function clusterItem(cluster: Cluster): Item {
    const { lat, lng } = cluster;
    const act = () => map.flyTo([lat, lng], map.getZoom() + CLUSTER_CLICK_ZOOM);
    const mark = clusterMark(cluster, unitPx);
    const label = options.clusterLabel(cluster);
    return { key: `${lat},${lng}`, lat, lng, mark, label, above: 500, callout: null, act };
  }

  return {
    draw(tickets: readonly LayerTicket[], selectedId: string | null): void {
      const alone = standingAlone(tickets, selectedId);
      const rest = tickets.filter((ticket) => !alone.has(ticket));
      const byId = new Map(rest.map((ticket) => [ticket.id, ticket]));
      const zoom = map.getZoom();
      const { singles, clusters } = mergeOverlapping(
        clusterTickets(rest, zoom, unitPx * CLUSTER_RADIUS),
        zoom,
        (count) => (count === 1 ? unitPx : clusterWidth(count, unitPx)),
      );
      const free = singles.map(({ id }) => byId.get(id)).filter((ticket) => ticket !== undefined);
      const talking = new Set(options.callouts ? [...alone].slice(0, WITH_CALLOUT) : []);
      const items = [...clusters.map(clusterItem), ...free.map((ticket) => ticketItem(ticket, false, null))];
      const others = items.flatMap((item) => boxesOf(map, item, unitPx));
      for (const ticket of alone)
        items.push(ticketItem(ticket, ticket.id === selectedId, talking.has(ticket) ? others : null));
      pen.draw(items);
      options.onDrawn?.(items.flatMap((item) => boxesOf(map, item, unitPx)));
    },
    remove: pen.remove,
  };
}

function standingAlone(tickets: readonly LayerTicket[], selectedId: string | null): Set<LayerTicket> {
  const calling = tickets.filter((ticket) => ticket.calling);
  const selected = tickets.filter((ticket) => ticket.id === selectedId);
  return new Set(calling.length > CALLING_ALONE ? selected : [...calling, ...selected]);
}

/** Words go to the side where they cover fewer other marks, else to the one with more room. */
function calloutOf(
  map: LeafletMap,
  { lat, lng, callout: text }: LayerTicket,
  unitPx: number,
  others: Box[],
): Callout {
  const { x, y } = map.latLngToContainerPoint([lat, lng]);
  const covered = (side: Callout['side']) => {
    const box = calloutBox(x, y, { text, side }, unitPx);
    return others.filter((other) => overlaps(box, other)).length;
  };
  const roomier = x > map.getSize().x / 2 ? 'left' : 'right';
  const other = roomier === 'left' ? 'right' : 'left';
  return { text, side: covered(other) < covered(roomier) ? other : roomier };
}

function calloutBox(x: number, y: number, { text, side }: Callout, unitPx: number): Box {
  const width = (text.length * LETTER_WIDTH + CALLOUT_GAP) * unitPx * CALLOUT_SIZE;
  const middle = x + (side === 'left' ? -width / 2 : width / 2);
  return boxAround(middle, y, width, unitPx * CALLOUT_SIZE * CALLOUT_HEIGHT);
}

function boxesOf(map: LeafletMap, { lat, lng, mark, callout }: Item, unitPx: number): Box[] {
  const { x, y } = map.latLngToContainerPoint([lat, lng]);
  const own = boxAround(x, y, mark.sizePx, mark.sizePx);
  if (callout === null) return [own];
  return [own, calloutBox(x, y, callout, unitPx)];
}

/** Keeps what is on the map equal to what was asked for, changing only what differs. */
function createPen(map: LeafletMap, interactive: boolean) {
  const group = layerGroup().addTo(map);
  const drawn = new Map<string, { element: Marker; looks: string; act: () => void }>();

  function put(item: Item): void {
    const { key, lat, lng, mark, label, above, act } = item;
    const looks = `${mark.className}|${mark.sizePx}|${label}|${mark.html}`;
    const known = drawn.get(key);
    if (known?.looks === looks) {
      known.element.setLatLng([lat, lng]).setZIndexOffset(above);
      known.act = act;
      return;
    }
    known?.element.remove();
    const icon = divIcon({
      html: mark.html,
      className: mark.className,
      iconSize: [mark.sizePx, mark.sizePx],
      iconAnchor: [mark.sizePx / 2, mark.sizePx / 2],
    });
    const element = marker([lat, lng], {
      icon,
      title: label,
      alt: label,
      keyboard: interactive,
      interactive,
    });
    element.setZIndexOffset(above);
    element.on('click', (event: LeafletMouseEvent) => {
      event.originalEvent.stopPropagation();
      drawn.get(key)?.act();
    });
    group.addLayer(element);
    drawn.set(key, { element, looks, act });
  }

  return {
    draw(items: readonly Item[]): void {
      const keys = new Set(items.map(({ key }) => key));
      for (const [key, { element }] of drawn) {
        if (keys.has(key)) continue;
        group.removeLayer(element);
        drawn.delete(key);
      }
      for (const item of items) put(item);
    },
    remove(): void {
      group.remove();
    },
  };
}
