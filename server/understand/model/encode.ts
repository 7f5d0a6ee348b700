import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EncodedModel } from '../../../shared/city/learnt-models.ts';
import type { LinearModel } from './model.ts';

const STEPS = 127;

/** A feature that says less than this for or against anything is left out. */
const LEAST = 0.02;

/** Packs a model: the features that say most, `most` of them. */
export function encodeModel(model: LinearModel, most = Number.POSITIVE_INFINITY): EncodedModel {
  const classes = model.labels.length;
  const peaks = Array.from(model.hashes, (_, at) => peakOf(model.weights, at * classes, classes));
  // What is said often counts for more than what is said strongly once.
  const worth = peaks.map((peak, at) => peak * Math.exp(-(model.vocabulary.idf[at] ?? 0) / 2));
  const kept = [...peaks.keys()]
    .filter((at) => (peaks[at] ?? 0) >= LEAST)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0))
    .slice(0, most);
  const weights = new Int8Array(kept.length * classes);
  kept.forEach((from, to) => {
    const scale = (peaks[from] ?? 0) / STEPS;
    for (let k = 0; k < classes; k += 1)
      weights[to * classes + k] = Math.round((model.weights[from * classes + k] ?? 0) / scale);
  });
  return {
    labels: [...model.labels],
    priorShare: model.priorShare,
    temperature: model.temperature,
    hashes: toText(Int32Array.from(kept, (at) => model.hashes[at] ?? 0)),
    idf: toText(Float32Array.from(kept, (at) => model.vocabulary.idf[at] ?? 0)),
    scales: toText(Float32Array.from(kept, (at) => (peaks[at] ?? 0) / STEPS)),
    weights: toText(weights),
  };
}

const decoded = new WeakMap<EncodedModel, LinearModel>();

/** Unpacks a model, once for each. Throws when its parts do not fit together. */
export function decodeModel(encoded: EncodedModel): LinearModel {
  const known = decoded.get(encoded);
  if (known) return known;
  const model = unpack(encoded);
  decoded.set(encoded, model);
  return model;
}

function unpack(encoded: EncodedModel): LinearModel {
  const hashes = new Int32Array(toBytes(encoded.hashes));
  const idf = new Float32Array(toBytes(encoded.idf));
  const scales = new Float32Array(toBytes(encoded.scales));
  const packed = new Int8Array(toBytes(encoded.weights));
  const classes = encoded.labels.length;
  if (
    idf.length !== hashes.length ||
    scales.length !== hashes.length ||
    packed.length !== hashes.length * classes
  )
    throw new Error('the parts of the model do not fit together');
  const weights = new Float32Array(packed.length);
  for (let at = 0; at < weights.length; at += 1)
    weights[at] = (packed[at] ?? 0) * (scales[Math.floor(at / classes)] ?? 0);
  return {
    labels: encoded.labels,
    priorShare: encoded.priorShare,
    temperature: encoded.temperature,
    hashes,
    vocabulary: { index: new Map([...hashes].map((hash, at) => [hash, at])), idf },
    weights,
  };
}

function peakOf(weights: Float32Array, from: number, count: number): number {
  let peak = 0;
  for (let at = from; at < from + count; at += 1) peak = Math.max(peak, Math.abs(weights[at] ?? 0));
  return peak;
}

function toText({ buffer, byteOffset, byteLength }: Int32Array | Float32Array | Int8Array): string {
  return deflateRawSync(Buffer.from(buffer, byteOffset, byteLength)).toString('base64');
}

/** A copy, so that the numbers begin where their size asks for. */
function toBytes(text: string): ArrayBuffer {
  return Uint8Array.from(inflateRawSync(Buffer.from(text, 'base64'))).buffer;
}
