/** One figure beside its floor, both measured in the same run. */
export type BenchRow = {
  name: string;
  /** What `value` and `floor` are in, e.g. `per second`, `ms`, `MB`. */
  unit: string;
  value: number;
  /** What the same machine does at best with the bare parts. */
  floor: number;
  /** `value / floor`. */
  ratio: number;
  /** What is asked of the ratio (or of the value, where `reach` says so), e.g. `≥ 0.6`. */
  reach: string;
  reached: boolean;
  /** How it was measured, where the name does not say. */
  note?: string;
};

/** A row for a figure that should be at least a share of its floor. */
export function atLeast(share: number, row: Omit<BenchRow, 'ratio' | 'reach' | 'reached'>): BenchRow {
  const ratio = row.value / row.floor;
  return { ...row, ratio, reach: `≥ ${share}`, reached: ratio >= share };
}

/** A row for a figure that should be at most a multiple of its floor. */
export function atMost(times: number, row: Omit<BenchRow, 'ratio' | 'reach' | 'reached'>): BenchRow {
  const ratio = row.value / row.floor;
  return { ...row, ratio, reach: `≤ ${times}`, reached: ratio <= times };
}

/** The middle of some measurements. Throws when there are none. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no measurements');
  return middle;
}

/** A row for a figure that should be above its floor by at most so much, in the row's unit. */
export function atMostMore(extra: number, row: Omit<BenchRow, 'ratio' | 'reach' | 'reached'>): BenchRow {
  const ratio = row.value / row.floor;
  return { ...row, ratio, reach: `≤ +${extra} ${row.unit}`, reached: row.value - row.floor <= extra };
}
