type Named = { name: string; at: [x: number, y: number] };

/** Of a name in the map's type, in units of the drawing: a letter's width, the height of a figure with its name. */
const LETTER = 1.95;
const HIGH = 10;
const ROUNDS = 40;

/**
 * Moves what stands on neighbouring areas apart as far as it lies over each other, each by half, the shorter way. Few
 * names, so that looking at every pair is quick.
 */
export function spreadNames<Area extends Named>(areas: readonly Area[], unit: number): Area[] {
  const spread = areas.map((area) => ({ ...area, at: [...area.at] as Named['at'] }));
  const wide = ({ name }: Named) => Math.max(4, name.length) * LETTER * unit;
  for (let round = 0; round < ROUNDS; round += 1) {
    let isApart = true;
    for (const [index, one] of spread.entries())
      for (const other of spread.slice(index + 1)) {
        const [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]];
        const overX = (wide(one) + wide(other)) / 2 - Math.abs(dx);
        const overY = HIGH * unit - Math.abs(dy);
        if (overX <= 0.01 || overY <= 0.01) continue;
        isApart = false;
        const axis = overX < overY ? 0 : 1;
        const by = ((axis === 0 ? overX : overY) / 2) * ((axis === 0 ? dx : dy) < 0 ? -1 : 1);
        one.at[axis] -= by;
        other.at[axis] += by;
      }
    if (isApart) break;
  }
  return spread;
}
