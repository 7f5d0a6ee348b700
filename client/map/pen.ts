import {
  divIcon,
  type Map as LeafletMap,
  type LeafletMouseEvent,
  layerGroup,
  type Marker,
  marker,
} from 'leaflet';
import type { Mark } from './marks.ts';

/** The smallest thing that is easily hit, pixels (WCAG 2.2, target size). */
export const TARGET_PX = 24;

/** One thing to draw. The same key keeps its element and its focus; with the same markup it is not touched. */
export type Item = {
  key: string;
  lat: number;
  lng: number;
  mark: Mark;
  label: string;
  above: number;
  act: () => void;
};

/** Keeps what is on the map equal to what was asked for, changing only what differs. */
export function createPen(map: LeafletMap, interactive: boolean) {
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
    const size = interactive ? Math.max(mark.sizePx, TARGET_PX) : mark.sizePx;
    const icon = divIcon({
      html: mark.html,
      className: mark.className,
      iconSize: [size, size],
      iconAnchor: [size / 2, size / 2],
    });
    if (known) {
      known.element.options.title = label;
      known.element.setIcon(icon).setLatLng([lat, lng]).setZIndexOffset(above);
      drawn.set(key, { element: known.element, looks, act });
      return;
    }
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
    /** What is `beyond` the edge is there while the map is being moved, and cannot be hit or reached before. */
    draw(items: readonly Item[], isBeyond: (item: Item) => boolean): void {
      const keys = new Set(items.map(({ key }) => key));
      for (const [key, { element }] of drawn) {
        if (keys.has(key)) continue;
        group.removeLayer(element);
        drawn.delete(key);
      }
      for (const item of items) {
        put(item);
        drawn.get(item.key)?.element.getElement()?.classList.toggle('map-beyond', isBeyond(item));
      }
    },
    remove(): void {
      group.remove();
    },
  };
}
