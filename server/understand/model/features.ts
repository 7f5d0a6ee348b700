import type { Word } from '../words/read-words.ts';

/** A text as features: hashed names with values, and for each the word (its index) it came from. */
export type Features = { ids: Int32Array; values: Float64Array; words: Int32Array };

const SHORTEST = 2;
const LONGEST = 5;
const WORD_SHARE = 1;
const PIECE_SHARE = 0.8;

/**
 * The names a text is known by: words, stems, two stems in a row, pieces of two to five letters inside a word, and the
 * channel. Called once for each occurrence; `piece` tells the last kind apart, which is weighed as a block of its own.
 */
export function eachFeature(
  words: readonly Word[],
  channel: string | null,
  found: (id: number, word: number, piece: boolean) => void,
): void {
  let before = '';
  words.forEach(({ word, stem }, index) => {
    found(hash('w', word), index, false);
    if (stem !== word) found(hash('s', stem), index, false);
    if (before !== '') found(hash('b', `${before} ${stem}`), index, false);
    before = stem;
    eachPiece(word, (id) => found(id, index, true));
  });
  if (channel !== null) found(hash('c', channel), -1, false);
}

function eachPiece(word: string, found: (id: number) => void): void {
  const padded = ` ${word} `;
  for (let start = 0; start < padded.length; start += 1) {
    let id = BASIS;
    for (let end = start; end < Math.min(padded.length, start + LONGEST); end += 1) {
      id = Math.imul(id ^ padded.charCodeAt(end), PRIME);
      if (end - start + 1 >= SHORTEST) found(finish(id));
    }
  }
}

const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a with a last stirring: 32 bits are enough that two of some 100,000 names rarely meet. */
function hash(kind: string, name: string): number {
  let id = Math.imul(BASIS ^ kind.charCodeAt(0), PRIME);
  for (let at = 0; at < name.length; at += 1) id = Math.imul(id ^ name.charCodeAt(at), PRIME);
  return finish(Math.imul(id, PRIME));
}

function finish(id: number): number {
  let stirred = id ^ (id >>> 15);
  stirred = Math.imul(stirred, 0x2c1b3c6d);
  return stirred ^ (stirred >>> 13);
}

/** How much a feature of the vocabulary weighs, and where it stands in it. */
export type Vocabulary = { index: ReadonlyMap<number, number>; idf: Float32Array };

/**
 * How often each name occurs in a text, and in which word first; counted once for all models that ask, and weighed once
 * for all who ask of the same model.
 */
export type Counted = {
  names: ReadonlyMap<number, { count: number; word: number; piece: boolean }>;
  weighed: Map<Vocabulary, Features>;
};

/** Counts the names of a text. */
export function countFeatures(words: readonly Word[], channel: string | null): Counted {
  const counts = new Map<number, { count: number; word: number; piece: boolean }>();
  eachFeature(words, channel, (id, word, piece) => {
    const known = counts.get(id);
    if (known) known.count += 1;
    else counts.set(id, { count: 1, word, piece });
  });
  return { names: counts, weighed: new Map() };
}

/**
 * A text's features as a model weighs them: (1 + log of how often) times the idf, words and pieces each of length
 * 1 by themselves, then together. Sorted as first met; features outside the vocabulary are left out. Not to be changed.
 */
export function weighFeatures(counted: Counted, vocabulary: Vocabulary): Features {
  const known = counted.weighed.get(vocabulary);
  if (known) return known;
  const features = weigh(counted.names, vocabulary);
  counted.weighed.set(vocabulary, features);
  return features;
}

function weigh(names: Counted['names'], { index, idf }: Vocabulary): Features {
  const features: Features = {
    ids: new Int32Array(names.size),
    values: new Float64Array(names.size),
    words: new Int32Array(names.size),
  };
  const squares = [0, 0];
  let next = 0;
  for (const [id, { count, word, piece }] of names) {
    const at = index.get(id);
    if (at === undefined) continue;
    const value = (1 + Math.log(count)) * (idf[at] ?? 0);
    features.ids[next] = at;
    features.words[next] = word;
    features.values[next] = piece ? -value : value;
    squares[piece ? 1 : 0] = (squares[piece ? 1 : 0] ?? 0) + value * value;
    next += 1;
  }
  scale(features.values, WORD_SHARE / root(squares[0]), PIECE_SHARE / root(squares[1]));
  return {
    ids: features.ids.subarray(0, next),
    values: features.values.subarray(0, next),
    words: features.words.subarray(0, next),
  };
}

function root(square: number | undefined): number {
  return Math.sqrt(square || 1);
}

/** Pieces come negative, which is how they are told apart here, and leave positive. */
function scale(values: Float64Array, words: number, pieces: number): void {
  const whole = Math.hypot(WORD_SHARE, PIECE_SHARE);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    values[at] = (value < 0 ? -value * pieces : value * words) / whole;
  }
}
