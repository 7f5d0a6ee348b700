/** What a model said of texts it had not learnt from: logits `[row * classes + k]` and the right labels. */
export type HeldOut = { logits: Float32Array; labels: Int32Array; classes: number };

const COLDEST = 0.2;
const HOTTEST = 5;
const STEPS = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The temperature by which dividing the logits makes their probabilities the most honest, and the log loss that is left. */
export function findTemperature(held: HeldOut): { temperature: number; loss: number } {
  let low = Math.log(COLDEST);
  let high = Math.log(HOTTEST);
  for (let step = 0; step < STEPS; step += 1) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (logLoss(held, Math.exp(left)) < logLoss(held, Math.exp(right))) high = right;
    else low = left;
  }
  const temperature = Math.exp((low + high) / 2);
  return { temperature, loss: logLoss(held, temperature) };
}

function logLoss({ logits, labels, classes }: HeldOut, temperature: number): number {
  let loss = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const base = row * classes;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k += 1) highest = Math.max(highest, (logits[base + k] ?? 0) / temperature);
    let sum = 0;
    for (let k = 0; k < classes; k += 1) sum += Math.exp((logits[base + k] ?? 0) / temperature - highest);
    loss += highest + Math.log(sum) - (logits[base + (labels[row] ?? 0)] ?? 0) / temperature;
  }
  return loss / Math.max(1, labels.length);
}

/** An answer's probability, and whether it was right. */
export type Judged = { probability: number; right: boolean };

/**
 * The probability from which on answers are right in at least `precision` of the cases, and the share of answers that
 * reach it. Above 1 and 0 when there is none.
 */
export function findSureness(
  judged: readonly Judged[],
  precision: number,
): { sureAt: number; coverage: number } {
  const sorted = judged.toSorted((a, b) => b.probability - a.probability);
  let right = 0;
  let best = { sureAt: NEVER, coverage: 0 };
  sorted.forEach((one, index) => {
    if (one.right) right += 1;
    // Answers of one probability are taken or left together.
    if (sorted[index + 1]?.probability === one.probability) return;
    if (right / (index + 1) >= precision)
      best = { sureAt: one.probability, coverage: (index + 1) / sorted.length };
  });
  return best;
}

const NEVER = 1.01;

/** Answers in bands of probability: how sure they were on average, and how often right. */
export type CalibrationBand = { from: number; count: number; said: number; right: number };

/** Ten bands, and their mean distance weighed by size (expected calibration error). */
export function measureCalibration(judged: readonly Judged[]): { bands: CalibrationBand[]; error: number } {
  const bands = Array.from({ length: BANDS }, (_, at) => ({ from: at / BANDS, count: 0, said: 0, right: 0 }));
  for (const { probability, right } of judged) {
    const band = bands[Math.min(BANDS - 1, Math.floor(probability * BANDS))];
    if (!band) continue;
    band.count += 1;
    band.said += probability;
    band.right += right ? 1 : 0;
  }
  let error = 0;
  for (const band of bands) {
    if (band.count === 0) continue;
    error += Math.abs(band.said - band.right) / judged.length;
    band.said /= band.count;
    band.right /= band.count;
  }
  return { bands, error };
}

const BANDS = 10;
