import type { Category } from '../../shared/city/city-pack.ts';
import { oncePerPack } from '../../shared/city/live-pack.ts';
import { decodeModel } from './model/encode.ts';
import type { Counted } from './model/features.ts';
import { weighWords } from './model/model.ts';
import { LISTS_SHARE } from './prior.ts';
import { normaliseText } from './words/normalise-text.ts';
import { createPhraseFinder } from './words/phrase-finder.ts';
import type { Word } from './words/read-words.ts';

/** Which words spoke for a category, strongest first, e.g. `pju mati +3.2`. */
export type Explain = (
  text: string,
  words: readonly Word[],
  counted: Counted,
  category: Category,
) => string[];

const TOLD_AT_MOST = 5;
const LEAST = 0.15;

/**
 * Prepares the reasons of an answer: what each word weighed for the category's department and for the category in what was
 * learnt, and the phrases of the category's list. Logits; words that hardly spoke are left out.
 */
export const createExplain = oncePerPack((pack): Explain => {
  const department = pack.learnt && decodeModel(pack.learnt.department);
  const inside = pack.learnt && decodeModel(pack.learnt.category);
  const finders = new Map(
    pack.categories.map(({ code, words }) => [
      code,
      createPhraseFinder(
        Object.entries(words).map(([phrase, weight]) => [normaliseText(phrase), weight] as const),
      ),
    ]),
  );
  return (text, words, counted, category) => {
    const said = new Map<string, number>();
    const add = (word: string, weight: number) => said.set(word, (said.get(word) ?? 0) + weight);
    for (const [model, label] of [
      [department, category.departmentCode],
      [inside, category.code],
    ] as const) {
      const at = model?.labels.indexOf(label) ?? -1;
      if (!model || at < 0) continue;
      weighWords(model, counted, at, words.length).forEach((weight, index) => {
        const word = words[index];
        if (word) add(word.typed, weight);
      });
    }
    for (const { phrase, values } of finders.get(category.code)?.find(normaliseText(text)) ?? [])
      add(phrase, LISTS_SHARE * Math.max(...values));
    return [...said]
      .filter(([, weight]) => weight >= LEAST)
      .sort(([, a], [, b]) => b - a)
      .slice(0, TOLD_AT_MOST)
      .map(([word, weight]) => `${word} +${weight.toFixed(1)}`);
  };
});
