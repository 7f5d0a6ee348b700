/** Enough to see a hole in a road, small enough for one bar of signal. */
const LONGEST_SIDE = 1600;

/** Pixels. */
export type Drawn = { width: number; height: number };

/** The size to draw a picture at so that neither side is longer than allowed; small ones stay as they are. */
export function fitWithin({ width, height }: Drawn, longest = LONGEST_SIDE): Drawn {
  const share = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}
