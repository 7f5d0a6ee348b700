import type { Map as LeafletMap } from 'leaflet';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { MapTicket } from './cluster.ts';

/** How much a ticket glows. */
const WEIGHT: Record<Priority, number> = { critical: 0.42, high: 0.3, normal: 0.2, low: 0.14 };
/** Radius of a glow, in units. */
const RADIUS = 3.2;
/** The glow is soft: a quarter of the screen's dots are enough, also for the largest wall. */
const COARSE = 4;

/** Where the tickets are dense, as light on a dark map and as shade on a light one: no colour, which means severity. */
export function createHeatLayer(map: LeafletMap, unitPx: number) {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-heat';
  map.getContainer().append(canvas);

  return {
    draw(tickets: readonly MapTicket[]): void {
      const { x: width, y: height } = map.getSize();
      canvas.width = Math.ceil(width / COARSE);
      canvas.height = Math.ceil(height / COARSE);
      const context = canvas.getContext('2d');
      if (context === null) return;
      const radius = Math.max(2, Math.round((RADIUS * unitPx) / COARSE));
      const glow = glowOf(radius, getComputedStyle(canvas).color);
      for (const { lat, lng, priority } of tickets) {
        const { x, y } = map.latLngToContainerPoint([lat, lng]);
        context.globalAlpha = WEIGHT[priority];
        context.drawImage(glow, x / COARSE - radius, y / COARSE - radius);
      }
    },
    remove(): void {
      canvas.remove();
    },
  };
}

/** One soft disc, drawn once and stamped for each ticket. */
function glowOf(radius: number, colour: string): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = 2 * radius;
  const context = stamp.getContext('2d');
  if (context === null) return stamp;
  const fade = context.createRadialGradient(radius, radius, 0, radius, radius, radius);
  fade.addColorStop(0, colour);
  fade.addColorStop(1, 'transparent');
  context.fillStyle = fade;
  context.fillRect(0, 0, 2 * radius, 2 * radius);
  return stamp;
}
