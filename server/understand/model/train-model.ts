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
const TRIAL_ROUNDS = 6;
const ROUNDS = 10;
const FOLDS = 3;
/** 0: every example counts alike; 1: every label counts alike. Between them rare labels are heard, too. */
const BALANCE = 0.4;
const MOST_FEATURES = 100_000;

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
    const tried = { ...fit, penalty, rounds: TRIAL_ROUNDS };
    // One fold is enough to see which is better; the answer is then checked on all.
    return { tried, loss: findTemperature(predictFold(rows, tried, 0)).loss };
  });
  const { tried } = trials.reduce((least, one) => (one.loss < least.loss ? one : least));
  const held = joinHeldOut(Array.from({ length: FOLDS }, (_, fold) => predictFold(rows, tried, fold)));
  const weights = fitSoftmax(rows, { ...tried, rounds: ROUNDS });
  const { temperature } = findTemperature(held);
  return {
    model: { labels, vocabulary, hashes, weights, priorShare: PRIOR_SHARE, temperature },
    checked: check(held, temperature),
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

/** The logits of one fold's rows by a model fitted to the others. */
function predictFold(rows: Rows, fit: Fit, fold: number): HeldOut {
  const { classes } = fit;
  const foldOf = assignFolds(fit.labels);
  const weights = fitSoftmax(rows, {
    ...fit,
    only: Int32Array.from(foldOf.keys()).filter((row) => foldOf[row] !== fold),
  });
  const held = Int32Array.from(foldOf.keys()).filter((row) => foldOf[row] === fold);
  const logits = new Float32Array(held.length * classes);
  held.forEach((row, at) => {
    const own = logits.subarray(at * classes, (at + 1) * classes);
    own.set(fit.offsets.subarray(row * classes, (row + 1) * classes));
    for (let next = rows.starts[row] ?? 0; next < (rows.starts[row + 1] ?? 0); next += 1) {
      const base = (rows.ids[next] ?? 0) * classes;
      const value = rows.values[next] ?? 0;
      for (let k = 0; k < classes; k += 1) own[k] = (own[k] ?? 0) + value * (weights[base + k] ?? 0);
    }
  });
  return { logits, labels: held.map((row) => fit.labels[row] ?? 0), classes };
}

function joinHeldOut(parts: readonly HeldOut[]): HeldOut {
  return {
    classes: parts[0]?.classes ?? 0,
    logits: Float32Array.from(parts.flatMap(({ logits }) => [...logits])),
    labels: Int32Array.from(parts.flatMap(({ labels }) => [...labels])),
  };
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
