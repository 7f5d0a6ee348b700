import { PRIORITIES, type Priority } from '../../shared/ticket/ticket.ts';
import { SEVERITY } from '../ui/severity.ts';
import type { Cluster } from './cluster.ts';
import { departmentSymbol } from './department-symbols.tsx';

/** A mark as markup for Leaflet, and its size in pixels. Nothing in it is taken as it is: numbers, our own shapes, escaped codes. */
export type Mark = {
  html: string;
  sizePx: number;
  /** How far something hangs out at its lower right. */
  hangingPx: number;
  className: string;
};

/** How large a department's icon hangs at a mark. */
const BADGE_UNITS = 1.35;

type TicketLooks = { departmentCode: string; calling: boolean; selected: boolean };

/** A single ticket: its severity's shape, and the icon of the department that has it. `calling` keeps a slow pulse around it. */
export function ticketMark(
  priority: Priority,
  unitPx: number,
  { departmentCode, calling, selected }: TicketLooks,
): Mark {
  const sizePx = calling ? 1.9 * unitPx : ticketWidth(priority, unitPx);
  const { path, colour, hollow } = SEVERITY[priority];
  const paint = hollow
    ? `fill="var(--map-ground)" stroke="${colour}" stroke-width="3"`
    : `fill="${colour}" stroke="var(--map-ground)" stroke-width="1.6" paint-order="stroke"`;
  const html = `<svg viewBox="-1 -1 22 22" width="${sizePx}" height="${sizePx}" aria-hidden="true"><path d="${path}" ${paint}/></svg>${badge(departmentCode, unitPx)}`;
  const className = ['map-mark', calling && 'map-mark-calling', selected && 'map-mark-selected'];
  const hangingPx = BADGE_UNITS * unitPx;
  return { html, sizePx, hangingPx, className: className.filter(Boolean).join(' ') };
}

/** The icon hangs at the mark's lower right, where neither the shape nor its words are. */
function badge(departmentCode: string, unitPx: number): string {
  const sizePx = BADGE_UNITS * unitPx;
  const href = escapeHtml(`#${departmentSymbol(departmentCode)}`);
  return `<svg class="map-badge" width="${sizePx}" height="${sizePx}" aria-hidden="true"><use href="${href}"/></svg>`;
}

/** How wide a single ticket that is not calling is drawn, in pixels. */
export function ticketWidth(priority: Priority, unitPx: number): number {
  return unitPx * (priority === 'low' ? 0.95 : 1.25);
}

/** How wide so many tickets are drawn, in pixels. */
export function clusterWidth(count: number, unitPx: number): number {
  return unitPx * (2.1 + 0.42 * Math.log2(count));
}

/** Several tickets: how many, a ring in the shares of their severities, and the shape of the worst. */
export function clusterMark({ count, byPriority, worst }: Cluster, unitPx: number): Mark {
  const sizePx = clusterWidth(count, unitPx);
  const { path, colour, hollow } = SEVERITY[worst];
  const badge = hollow
    ? `fill="var(--map-ground)" stroke="${colour}" stroke-width="3"`
    : `fill="${colour}" stroke="var(--map-ground)" stroke-width="4" paint-order="stroke"`;
  const badgeBox = 'x="27" y="-4" width="20" height="20" viewBox="-2 -2 24 24"';
  const fontSize = count < 10 ? 21 : count < 100 ? 17 : count < 1000 ? 13.5 : 11;
  const html = `<svg viewBox="-4 -4 52 52" width="100%" height="100%" aria-hidden="true">
<circle cx="22" cy="22" r="19.5" fill="var(--map-disc)"/>${ring(byPriority, count)}
<text x="22" y="22" font-size="${fontSize}" dominant-baseline="central" text-anchor="middle">${count}</text>
<svg ${badgeBox}><path d="${path}" ${badge}/></svg></svg>`;
  return { html, sizePx, hangingPx: 0, className: 'map-cluster' };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const RADIUS = 20;
const ROUND = 2 * Math.PI * RADIUS;

/** Arcs one after the other, the worst first from the top. */
function ring(byPriority: Record<Priority, number>, count: number): string {
  let start = 0;
  const arcs = PRIORITIES.map((priority) => {
    const length = (byPriority[priority] / count) * ROUND;
    if (length === 0) return '';
    const dash = `${length.toFixed(2)} ${(ROUND - length).toFixed(2)}`;
    const arc = `<circle cx="22" cy="22" r="${RADIUS}" fill="none" stroke="${SEVERITY[priority].colour}"
 stroke-width="3" stroke-dasharray="${dash}" stroke-dashoffset="${(-start).toFixed(2)}" transform="rotate(-90 22 22)"/>`;
    start += length;
    return arc;
  });
  return arcs.join('');
}
