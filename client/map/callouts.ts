import { type Box, boxAround, overlaps } from './place-labels.ts';

/** Words beside a mark. */
export type Callout = { text: string; side: 'left' | 'right' };

/** Where a mark stands that has something to say, in pixels. */
export type Caller = { x: number; y: number; text: string };

/** Of the words: type size in units; mean width of a letter, gap to the mark and height as shares of it. */
const SIZE = 1.15;
const LETTER_WIDTH = 0.6;
const GAP = 3;
const HEIGHT = 1.7;

/** The room that a callout takes. */
export function calloutBox({ x, y }: Caller, { text, side }: Callout, unitPx: number): Box {
  const width = (text.length * LETTER_WIDTH + GAP) * unitPx * SIZE;
  return boxAround(x + (side === 'left' ? -width / 2 : width / 2), y, width, unitPx * SIZE * HEIGHT);
}

/**
 * The side for each caller's words: inside `frame`, clear of the other callers and of words already put, over as
 * few other marks as can be. Null where there is no such side: the mark speaks for itself.
 */
export function placeCallouts(
  callers: readonly Caller[],
  others: readonly Box[],
  frame: Box,
  unitPx: number,
): (Callout | null)[] {
  const taken = callers.map(({ x, y }) => boxAround(x, y, 2 * unitPx, 2 * unitPx));
  return callers.map((caller, index) => {
    const choices = (['right', 'left'] as const)
      .map((side) => {
        const box = calloutBox(caller, { text: caller.text, side }, unitPx);
        return { side, box, covered: others.filter((other) => overlaps(box, other)).length };
      })
      .filter(({ box }) => box.left >= frame.left && box.right <= frame.right)
      .filter(({ box }) => taken.every((other, at) => at === index || !overlaps(box, other)))
      .sort((a, b) => a.covered - b.covered);
    const [best] = choices;
    if (!best) return null;
    taken.push(best.box);
    return { text: caller.text, side: best.side };
  });
}
