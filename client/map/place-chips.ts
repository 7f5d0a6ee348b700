import { type Box, overlaps } from './place-labels.ts';

/** Something with words that belongs to a point: pixels; `reach` is how far the point's own mark extends. */
export type Chip = {
  x: number;
  y: number;
  reach: number;
  width: number;
  height: number;
  /** Shown also where it has to cover something. */
  must: boolean;
  /** Beside its point or nowhere. */
  near?: boolean;
};

/** Which way from the point: right and left first, as one reads; then up and down along both, then above and below. */
const WAYS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [1, -0.6],
  [1, 0.6],
  [-1, -0.6],
  [-1, 0.6],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
  [0.6, -1],
  [0.6, 1],
  [-0.6, -1],
  [-0.6, 1],
];
/** How far, in gaps; what must be seen may lie farther. */
const STEPS = [1, 2.5, 5, 9];
const FAR_STEPS = [...STEPS, 14, 20];
const NEAR_STEPS = STEPS.slice(0, 2);

/**
 * Where each chip lies: beside its point on a free side, inside `frame`, over none of `obstacles` and of no chip
 * put before it; the first ones choose first. Null where there is no such place; a chip that must be seen takes
 * the one where it covers least.
 */
export function placeChips(
  chips: readonly Chip[],
  obstacles: readonly Box[],
  frame: Box,
  gapPx: number,
): (Box | null)[] {
  const taken = [...obstacles];
  return chips.map((chip) => {
    if (!chip.must && !isPointInside(chip, frame)) return null;
    const steps = chip.must ? FAR_STEPS : chip.near ? NEAR_STEPS : STEPS;
    const choices = steps.flatMap((step) => WAYS.map((way) => boxBeside(chip, way, step * gapPx)));
    const inside = choices.filter((box) => isInside(box, frame));
    const free = inside.find((box) => !taken.some((other) => overlaps(box, other)));
    const box =
      free ??
      (chip.must
        ? leastCovering(
            choices.map((choice) => pushInside(choice, frame)),
            taken,
          )
        : null);
    if (box) taken.push(box);
    return box;
  });
}

function boxBeside(
  { x, y, reach, width, height }: Chip,
  [dx, dy]: readonly [number, number],
  gap: number,
): Box {
  const away = reach + gap;
  const middle = { x: x + dx * (away + width / 2), y: y + dy * (away + height / 2) };
  return {
    left: middle.x - width / 2,
    right: middle.x + width / 2,
    top: middle.y - height / 2,
    bottom: middle.y + height / 2,
  };
}

/** What lies under a panel has nothing to say beside it. */
function isPointInside({ x, y }: Chip, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

/** The box moved so that it sticks out nowhere; of one larger than the frame the beginning is kept. */
function pushInside(box: Box, frame: Box): Box {
  const dx = Math.max(frame.left - box.left, Math.min(0, frame.right - box.right));
  const dy = Math.max(frame.top - box.top, Math.min(0, frame.bottom - box.bottom));
  return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
}

function leastCovering(boxes: readonly Box[], others: readonly Box[]): Box | null {
  const covered = (box: Box) => others.reduce((sum, other) => sum + sharedArea(box, other), 0);
  return boxes.reduce<Box | null>(
    (best, box) => (best === null || covered(box) < covered(best) ? box : best),
    null,
  );
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
