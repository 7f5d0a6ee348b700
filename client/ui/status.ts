import type { Status } from '../../shared/ticket/ticket.ts';

/** A status is a shape, in the colour of the text beside it: how far the work has come fills a ring, ways out leave it. */
export type StatusShape = {
  /** Drawn as lines. */
  line?: string;
  /** Filled; what is drawn twice is left out. */
  fill?: string;
  dashed?: boolean;
};

const RING = 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14z';
const DISC = 'M10 2a8 8 0 1 1 0 16a8 8 0 0 1 0-16z';
const TICK = 'M5.4 10.5 7 8.9 9 10.9 13.2 6.7 14.8 8.3 9 14.1z';

/** Shapes in a 20 x 20 box around (10, 10), like those of severity. */
export const STATUS_SHAPES: Record<Status, StatusShape> = {
  new: { line: RING, dashed: true },
  verified: { line: `${RING}M6.8 10.2 9.1 12.5 13.4 7.9` },
  routed: { line: 'M2.5 10H17M11.4 4.2 17.2 10 11.4 15.8' },
  acknowledged: { line: RING, fill: 'M10 5.6v8.8a4.4 4.4 0 0 1 0-8.8z' },
  in_progress: { line: RING, fill: 'M10 10V5.4A4.6 4.6 0 1 1 5.4 10z' },
  resolved: { fill: `${DISC}${TICK}` },
  closed: { fill: `M3 2.5h14v15H3z${TICK}` },
  returned: { line: 'M8.2 3 3.4 7.8l4.8 4.8M3.8 7.8h8.4a4.4 4.4 0 0 1 0 8.8H7.4' },
  rejected: { line: `${RING}M5.2 14.8 14.8 5.2` },
  merged: { line: 'M4 2.6C4 8 10 8 10 13.4V18M16 2.6C16 8 10 8 10 13.4' },
};
