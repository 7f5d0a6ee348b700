import type { Box } from './place-labels.ts';

/** A square on the screen in pixels, by its middle and how wide it is. */
export type Square = { x: number; y: number; widthPx: number };

/** Rings of places around a square's own are so far apart, as a share of its width. */
const RING = 0.25;
/** Places on a ring, the first of them above. */
const WAYS = Array.from({ length: 16 }, (_, index) => {
  const turn = (index / 16) * 2 * Math.PI;
  return { dx: Math.sin(turn), dy: -Math.cos(turn) };
});
/** Farther out than so many rings a place is taken even where it is not seen. */
const RINGS_IN_VIEW = 40;

/**
 * Where each square goes so that none lies on another; in order of importance, answered in the same order. Who is on
 * nobody more important stays where it is; each of the others takes the nearest free place around its own, inside `view`
 * where it was inside. Nothing but the squares decides: the same squares go to the same places, and what moves as one
 * with the map stays together.
 */
export function spreadOut<T extends Square>(squares: readonly T[], view: Box | null = null): T[] {
  const taken = createGrid(Math.max(1, ...squares.map(({ widthPx }) => widthPx)));
  const stays = squares.map((square) => taken.isFree(square) && taken.take(square));
  return squares.map((square, index) => {
    if (stays[index]) return square;
    const moved = nearestFree(square, taken, view);
    taken.take(moved);
    return moved;
  });
}

/** Ends: every square blocks only a stretch of each way out. */
function nearestFree<T extends Square>(square: T, taken: Grid, view: Box | null): T {
  const staysIn = view !== null && isInside(square, view);
  for (let ring = 1; ; ring++) {
    const away = ring * RING * square.widthPx;
    for (const { dx, dy } of WAYS) {
      const place = { ...square, x: square.x + dx * away, y: square.y + dy * away };
      if (staysIn && ring <= RINGS_IN_VIEW && !isInside(place, view)) continue;
      if (taken.isFree(place)) return place;
    }
  }
}

/** Is all of a square inside? */
export function isInside({ x, y, widthPx }: Square, { left, top, right, bottom }: Box): boolean {
  const half = widthPx / 2;
  return x - half >= left && x + half <= right && y - half >= top && y + half <= bottom;
}

/** A square whose middle is inside, moved so that all of it is; any other as it is. */
export function pullInside<T extends Square>(square: T, { left, top, right, bottom }: Box): T {
  const { x, y, widthPx } = square;
  if (x < left || x > right || y < top || y > bottom) return square;
  const between = (at: number, from: number, to: number) =>
    Math.max(from + widthPx / 2, Math.min(at, to - widthPx / 2));
  return { ...square, x: between(x, left, right), y: between(y, top, bottom) };
}

/** More than any screen has, so that no two cells share a key. */
const ROWS = 2 ** 20;

type Grid = ReturnType<typeof createGrid>;

/** Squares by the cell their middle is in. With cells as wide as the widest of them only neighbours can touch. */
function createGrid(cellPx: number) {
  const cells = new Map<number, Square[]>();
  const cellOf = (along: number) => Math.floor(along / cellPx);
  const keyOf = (column: number, row: number) => column * ROWS + row;
  return {
    take(square: Square): true {
      const key = keyOf(cellOf(square.x), cellOf(square.y));
      const cell = cells.get(key);
      if (cell) cell.push(square);
      else cells.set(key, [square]);
      return true;
    },
    isFree(square: Square): boolean {
      for (let column = cellOf(square.x) - 1; column <= cellOf(square.x) + 1; column++) {
        for (let row = cellOf(square.y) - 1; row <= cellOf(square.y) + 1; row++) {
          const near = cells.get(keyOf(column, row));
          if (near?.some((other) => lieOnEachOther(square, other))) return false;
        }
      }
      return true;
    },
  };
}

/** Do two squares share a point inside both? */
export function lieOnEachOther(a: Square, b: Square): boolean {
  const reach = (a.widthPx + b.widthPx) / 2;
  return Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < reach;
}
