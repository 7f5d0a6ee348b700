/** Rows of sparse features: row `r` is `ids[starts[r] … starts[r + 1])` with their values. */
export type Rows = { starts: Int32Array; ids: Int32Array; values: Float32Array; features: number };

export type FitOptions = {
  /** How many labels there are; `labels[r]` is the right one of row `r`. */
  classes: number;
  labels: Int32Array;
  /** What is known of each row's labels before any example, as logits: `offsets[r * classes + k]`. */
  offsets: Float32Array;
  /** How much a row counts. */
  weights?: Float32Array;
  /** Strength of the pull of all weights towards 0. */
  penalty: number;
  rounds: number;
  /** Only these rows; left out: all. */
  only?: Int32Array;
};

/**
 * Fits weights `[feature * classes + label]` so that softmax(weights · row + offsets) says the right labels: stochastic
 * gradient descent in shuffled rounds, with the weights' scale kept apart so that the pull costs nothing, and the mean
 * of the last rounds' weights as the answer. The same rows give the same weights, always.
 */
export function fitSoftmax(rows: Rows, options: FitOptions): Float32Array {
  const { classes, penalty, rounds } = options;
  const order = Int32Array.from(options.only ?? rows.starts.subarray(0, -1).keys());
  const size = rows.features * classes;
  const weights = new Float32Array(size);
  const mean = new Float32Array(size);
  const logits = new Float64Array(classes);
  const random = createRandom(1);
  const averaged = Math.max(1, Math.floor(rounds / 3));
  let scale = 1;
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const row of order) {
      const rate = FIRST_RATE / (1 + FIRST_RATE * step * penalty);
      step += 1;
      scale *= 1 - rate * penalty;
      predictRow(rows, row, weights, scale, options.offsets, logits);
      toProbabilities(logits);
      const label = options.labels[row] ?? 0;
      logits[label] = (logits[label] ?? 0) - 1;
      addTo(rows, row, weights, logits, (-rate * (options.weights?.[row] ?? 1)) / scale);
      if (scale < SMALLEST) {
        multiply(weights, scale);
        scale = 1;
      }
    }
    if (round >= rounds - averaged) accumulate(mean, weights, scale / averaged);
  }
  return mean;
}

const FIRST_RATE = 2;
const SMALLEST = 1e-3;

function predictRow(
  { starts, ids, values }: Rows,
  row: number,
  weights: Float32Array,
  scale: number,
  offsets: Float32Array,
  logits: Float64Array,
): void {
  const classes = logits.length;
  logits.fill(0);
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const value = values[at] as number;
    const base = (ids[at] as number) * classes;
    for (let k = 0; k < classes; k += 1)
      logits[k] = (logits[k] as number) + value * (weights[base + k] as number);
  }
  for (let k = 0; k < classes; k += 1)
    logits[k] = (logits[k] as number) * scale + (offsets[row * classes + k] ?? 0);
}

function addTo(
  { starts, ids, values }: Rows,
  row: number,
  weights: Float32Array,
  errors: Float64Array,
  rate: number,
): void {
  const classes = errors.length;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const step = (values[at] as number) * rate;
    const base = (ids[at] as number) * classes;
    for (let k = 0; k < classes; k += 1)
      weights[base + k] = (weights[base + k] as number) + step * (errors[k] as number);
  }
}

/** Turns logits into probabilities, in place. */
export function toProbabilities(logits: Float64Array): Float64Array {
  const highest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let k = 0; k < logits.length; k += 1) {
    const power = Math.exp((logits[k] as number) - highest);
    logits[k] = power;
    sum += power;
  }
  for (let k = 0; k < logits.length; k += 1) logits[k] = (logits[k] as number) / sum;
  return logits;
}

function multiply(weights: Float32Array, by: number): void {
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * by;
}

function accumulate(mean: Float32Array, weights: Float32Array, share: number): void {
  for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) * share;
}

/** Mulberry32: the same seed, the same order. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
