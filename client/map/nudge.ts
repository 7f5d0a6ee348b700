/** A disc on the screen in pixels. */
export type Disc = { x: number; y: number; radius: number };

/**
 * Where a disc has to go so that it covers none of the fixed ones, at most its own width away: of something that
 * stands for a whole neighbourhood the exact point says nothing, of a call it says everything.
 */
export function nudgeOff(disc: Disc, fixed: readonly Disc[]): { x: number; y: number } {
  let { x, y } = disc;
  for (const other of fixed) {
    const [dx, dy] = [x - other.x, y - other.y];
    const distance = Math.hypot(dx, dy);
    const wanted = disc.radius + other.radius;
    if (distance >= wanted) continue;
    const [ux, uy] = distance === 0 ? [0, -1] : [dx / distance, dy / distance];
    x = other.x + ux * wanted;
    y = other.y + uy * wanted;
  }
  const away = Math.hypot(x - disc.x, y - disc.y);
  const most = 2 * disc.radius;
  if (away <= most) return { x, y };
  return { x: disc.x + ((x - disc.x) * most) / away, y: disc.y + ((y - disc.y) * most) / away };
}

/**
 * The discs with those moved that lay on a fixed one; who moves keeps clear of who stays, as far as its reach
 * allows. Same order as given.
 */
export function makeRoom(discs: readonly Disc[], fixed: readonly Disc[]): Disc[] {
  const inTheWay = (disc: Disc) =>
    fixed.some((other) => Math.hypot(disc.x - other.x, disc.y - other.y) < disc.radius + other.radius);
  const settled = [...fixed, ...discs.filter((disc) => !inTheWay(disc))];
  return discs.map((disc) => {
    if (!inTheWay(disc)) return disc;
    const moved = { ...disc, ...nudgeOff(disc, settled) };
    settled.push(moved);
    return moved;
  });
}
