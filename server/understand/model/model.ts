import { type Counted, type Features, type Vocabulary, weighFeatures } from './features.ts';
import { toProbabilities } from './fit-softmax.ts';

/** A linear model over words and pieces of words, on top of what the pack knows. */
export type LinearModel = {
  labels: readonly string[];
  vocabulary: Vocabulary;
  /** The hashed names of the vocabulary, in its order. */
  hashes: Int32Array;
  /** `[feature * labels + label]`. */
  weights: Float32Array;
  /** How much of the pack's knowledge is added to what was learnt. */
  priorShare: number;
  /** Logits are divided by it: above 1 where the model was too sure of itself on texts it had not learnt from. */
  temperature: number;
};

/** One label with how likely it is, 0 to 1. */
export type Likely = { label: string; probability: number };

/** How likely each label is, in the model's order; `prior` in the same order. They sum to 1. */
export function predictProbabilities(
  model: LinearModel,
  counted: Counted,
  prior: Float64Array,
): Float64Array {
  const logits = learntLogits(model, weighFeatures(counted, model.vocabulary));
  for (let k = 0; k < logits.length; k += 1)
    logits[k] = ((logits[k] ?? 0) + model.priorShare * (prior[k] ?? 0)) / model.temperature;
  return toProbabilities(logits);
}

/** What was learnt of each label, before the prior. */
export function predictLogits(model: LinearModel, counted: Counted): Float64Array {
  return learntLogits(model, weighFeatures(counted, model.vocabulary));
}

function learntLogits({ labels, weights }: LinearModel, { ids, values }: Features): Float64Array {
  const classes = labels.length;
  const logits = new Float64Array(classes);
  for (let at = 0; at < ids.length; at += 1) {
    const value = values[at] ?? 0;
    const base = (ids[at] ?? 0) * classes;
    for (let k = 0; k < classes; k += 1) logits[k] = (logits[k] ?? 0) + value * (weights[base + k] ?? 0);
  }
  return logits;
}

/** How much each of the text's words spoke for a label rather than for the mean of all, by the word's index. */
export function weighWords(
  model: LinearModel,
  counted: Counted,
  label: number,
  wordCount: number,
): Float64Array {
  const { ids, values, words: owners } = weighFeatures(counted, model.vocabulary);
  const classes = model.labels.length;
  const means = meansOf(model);
  const said = new Float64Array(wordCount);
  for (let at = 0; at < ids.length; at += 1) {
    const owner = owners[at] ?? -1;
    if (owner < 0) continue;
    const id = ids[at] ?? 0;
    const weight = (model.weights[id * classes + label] ?? 0) - (means[id] ?? 0);
    said[owner] = (said[owner] ?? 0) + (values[at] ?? 0) * weight;
  }
  return said;
}

const knownMeans = new WeakMap<LinearModel, Float32Array>();

/** The mean of each feature's weights; taken once for a model. */
function meansOf(model: LinearModel): Float32Array {
  const known = knownMeans.get(model);
  if (known) return known;
  const { weights, labels, hashes } = model;
  const means = Float32Array.from(hashes, (_, feature) => {
    const own = weights.subarray(feature * labels.length, (feature + 1) * labels.length);
    return own.reduce((sum, weight) => sum + weight, 0) / labels.length;
  });
  knownMeans.set(model, means);
  return means;
}

/** The likeliest labels first; of equals the one that comes first in the model. */
export function rankLabels(labels: readonly string[], probabilities: Float64Array, atMost: number): Likely[] {
  return labels
    .map((label, k) => ({ label, probability: probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, atMost);
}
