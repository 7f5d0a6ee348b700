import type { Prior } from '../prior.ts';
import type { ReadWords } from '../words/read-words.ts';
import { buildRows, buildVocabulary } from './build-rows.ts';
import { findSureness, findTemperature, type HeldOut } from './calibrate.ts';
import { fitSoftmax, type Rows, toProbabilities } from './fit-softmax.ts';
import type { LinearModel } from './model.ts';

/** A text and what it turned out to be; `weight` how much it counts (1). */
export type Example = { text: string; label: string; channel?: string | null; weight?: number };

export type TrainOptions = {
  readWords: ReadWords;
  labels: readonly string[];
  prior: Prior;
  /** The most features that are kept, the commonest first. */
  mostFeatures?: number;
};

/** How the model did on texts it had not learnt from, each fold predicted by the others. */
export type CrossChecked = {
  top1: number;
  top3: number;
  /** The probability from which on 95 in 100 answers were right, and the share of answers that reach it. */
  sureAt: number;
  coverage: number;
  /** For each label the probability that 99 in 100 of its own texts reach. */
  reach: number[];
};

const PRECISION = 0.95;
/** How much of the prior is added: found by trying, and the same for hundreds as for thousands of examples. */
const PRIOR_SHARE = 0.6;
/** Which pulls towards 0 are tried; texts that people label in two ways ask for the stronger. */
const PENALTIES = [3e-5, 1e-4];
const TRIAL_ROUNDS = 8;
const ROUNDS = 10;
const FOLDS = 3;
/** 0: every example counts alike; 1: every label counts alike. Between them rare labels are heard, too. */
const BALANCE = 0.4;
const MOST_FEATURES = 120_000;

/**
 * Trains on the examples (those of labels it does not know are left out), on top of the prior. How strongly the weights
 * are held back, and how sure the answers are, is found on the examples themselves, each predicted by a model that has
 * not seen it. The same examples give the same model. Throws when there is nothing to learn.
 */
export function trainModel(
  examples: readonly Example[],
  options: TrainOptions,
): { model: LinearModel; checked: CrossChecked } {
  const { labels } = options;
  const known = examples.filter(({ label }) => labels.includes(label));
  if (known.length < FOLDS) throw new Error(`${known.length} examples are too few to learn from`);
  const { rows, fit, vocabulary, hashes } = prepare(known, options);
  const trials = PENALTIES.map((penalty) => {
    const held = crossPredict(rows, { ...fit, penalty, rounds: TRIAL_ROUNDS });
    return { penalty, held, ...findTemperature(held) };
  });
  const best = trials.reduce((least, one) => (one.loss < least.loss ? one : least));
  const weights = fitSoftmax(rows, { ...fit, penalty: best.penalty, rounds: ROUNDS });
  const { temperature } = best;
  return {
    model: { labels, vocabulary, hashes, weights, priorShare: PRIOR_SHARE, temperature },
    checked: check(best.held, temperature),
  };
}

function prepare(known: readonly Example[], { labels, readWords, prior, mostFeatures }: TrainOptions) {
  const texts = known.map(({ text, channel }) => ({ words: readWords(text), channel: channel ?? null }));
  const { hashes, ...vocabulary } = buildVocabulary(texts, {
    leastTexts: 2,
    most: mostFeatures ?? MOST_FEATURES,
  });
  const classes = labels.length;
  const offsets = new Float32Array(known.length * classes);
  known.forEach(({ text }, row) => {
    offsets.set(
      prior(text).map((logit) => logit * PRIOR_SHARE),
      row * classes,
    );
  });
  const fit = {
    classes,
    offsets,
    labels: Int32Array.from(known, ({ label }) => labels.indexOf(label)),
    weights: balance(known),
  };
  return { rows: buildRows(texts, vocabulary), fit, vocabulary, hashes };
}

/** What each example counts: more where its label is rare, one on average. */
function balance(known: readonly Example[]): Float32Array {
  const counts = new Map<string, number>();
  for (const { label } of known) counts.set(label, (counts.get(label) ?? 0) + 1);
  const weights = known.map(
    ({ label, weight = 1 }) => weight * (known.length / (counts.get(label) ?? 1)) ** BALANCE,
  );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / known.length;
  return Float32Array.from(weights, (weight) => weight / mean);
}

type Fit = Parameters<typeof fitSoftmax>[1];

/** Every row's logits by a model fitted to the other folds. */
function crossPredict(rows: Rows, fit: Fit): HeldOut {
  const count = fit.labels.length;
  const logits = new Float32Array(count * fit.classes);
  const foldOf = assignFolds(fit.labels);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learnt = Int32Array.from(foldOf.keys()).filter((row) => foldOf[row] !== fold);
    const weights = fitSoftmax(rows, { ...fit, only: learnt });
    for (let row = 0; row < count; row += 1) {
      if (foldOf[row] !== fold) continue;
      for (let k = 0; k < fit.classes; k += 1)
        logits[row * fit.classes + k] = fit.offsets[row * fit.classes + k] ?? 0;
      for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
        const base = (rows.ids[at] ?? 0) * fit.classes;
        for (let k = 0; k < fit.classes; k += 1)
          logits[row * fit.classes + k] =
            (logits[row * fit.classes + k] ?? 0) + (rows.values[at] ?? 0) * (weights[base + k] ?? 0);
      }
    }
  }
  return { logits, labels: fit.labels, classes: fit.classes };
}

/** Each label's rows are dealt out in turn, so that rare ones are in every fold. */
function assignFolds(labels: Int32Array): Int32Array {
  const dealt = new Map<number, number>();
  return labels.map((label) => {
    const next = dealt.get(label) ?? label;
    dealt.set(label, next + 1);
    return next % FOLDS;
  });
}

function check({ logits, labels, classes }: HeldOut, temperature: number): CrossChecked {
  let first = 0;
  let three = 0;
  const own = Array.from({ length: classes }, (): number[] => []);
  const judged = [...labels].map((label, row) => {
    const probabilities = toProbabilities(
      Float64Array.from(logits.subarray(row * classes, (row + 1) * classes), (logit) => logit / temperature),
    );
    const said = probabilities[label] ?? 0;
    own[label]?.push(said);
    const above = probabilities.filter((probability) => probability > said).length;
    if (above === 0) first += 1;
    if (above < 3) three += 1;
    return { probability: Math.max(...probabilities), right: above === 0 };
  });
  const count = Math.max(1, labels.length);
  return {
    top1: first / count,
    top3: three / count,
    ...findSureness(judged, PRECISION),
    reach: own.map(lowest),
  };
}

const MISSED = 0.01;

/** What all but one in a hundred reach; 0 of none. */
function lowest(probabilities: readonly number[]): number {
  const sorted = probabilities.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * MISSED)] ?? 0;
}
