import type { Priority } from '../../shared/ticket/ticket.ts';

/** A severity is a colour and a shape, so that it is read without colour too: triangle, diamond, disc, ring. */
export type SeverityShape = { colour: string; path: string; hollow: boolean };

/** Shapes in a 20 x 20 box around (10, 10), about equal in weight. */
export const SEVERITY: Record<Priority, SeverityShape> = {
  critical: {
    colour: 'var(--mark-critical, var(--critical))',
    path: 'M10 1.8 18.8 17.4H1.2z',
    hollow: false,
  },
  high: { colour: 'var(--mark-high, var(--high))', path: 'M10 1.4 18.6 10 10 18.6 1.4 10z', hollow: false },
  normal: {
    colour: 'var(--mark-normal, var(--normal))',
    path: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6z',
    hollow: false,
  },
  low: {
    colour: 'var(--mark-low, var(--low))',
    path: 'M10 4.4a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 0 1 0-11.2z',
    hollow: true,
  },
};
