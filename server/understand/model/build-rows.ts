import type { Word } from '../words/read-words.ts';
import { countFeatures, type Vocabulary, weighFeatures } from './features.ts';
import type { Rows } from './fit-softmax.ts';

/** A text to learn from, as words, with the channel it came through where that is known. */
export type LearntText = { words: readonly Word[]; channel: string | null };

/** The features worth keeping: those of at least so many texts, the most common of them first. */
export function buildVocabulary(
  texts: readonly LearntText[],
  { leastTexts, most }: { leastTexts: number; most: number },
): Vocabulary & { hashes: Int32Array } {
  const counts = new Map<number, number>();
  for (const { words, channel } of texts) {
    for (const id of countFeatures(words, channel).names.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([, count]) => count >= leastTexts)
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .slice(0, most);
  const hashes = Int32Array.from(kept, ([id]) => id);
  return {
    hashes,
    index: new Map(kept.map(([id], at) => [id, at])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/** All texts as rows of weighed features. */
export function buildRows(texts: readonly LearntText[], vocabulary: Vocabulary): Rows {
  const all = texts.map(({ words, channel }) => weighFeatures(countFeatures(words, channel), vocabulary));
  const size = all.reduce((sum, { ids }) => sum + ids.length, 0);
  const rows: Rows = {
    starts: new Int32Array(all.length + 1),
    ids: new Int32Array(size),
    values: new Float32Array(size),
    features: vocabulary.idf.length,
  };
  let at = 0;
  all.forEach(({ ids, values }, row) => {
    rows.starts[row] = at;
    rows.ids.set(ids, at);
    rows.values.set(values, at);
    at += ids.length;
  });
  rows.starts[all.length] = at;
  return rows;
}
