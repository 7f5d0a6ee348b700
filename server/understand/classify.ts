import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import { normaliseText } from './words/normalise-text.ts';
import { createPhraseFinder } from './words/phrase-finder.ts';

/** What a text is about. */
export type Classification = {
  category: Category;
  /** False when no word pointed anywhere and the category is the pack's fallback. */
  known: boolean;
  /** The words that decided, strongest first, e.g. `banjir +5`. */
  because: string[];
};
export type Classify = (text: string) => Classification;

/** One weak hint does not decide. */
const ENOUGH = 2;
const MAX_REASONS = 5;

/**
 * Classifies by the pack's words: each phrase counts once, the category with the highest sum wins; of equals the
 * more pressing one, then the earlier in the pack. Throws when the pack's fallback category does not exist.
 */
export function createClassifier(pack: CityPack): Classify {
  const fallback = pack.categories.find(({ code }) => code === pack.fallbackCategory);
  if (!fallback) throw new Error(`The pack ${pack.id} has no category ${pack.fallbackCategory}`);
  const finder = createPhraseFinder(
    pack.categories.flatMap((category) =>
      Object.entries(category.words).map(
        ([phrase, weight]) => [normaliseText(phrase), { category, weight }] as const,
      ),
    ),
  );

  return (text) => {
    const hits = finder
      .find(normaliseText(text))
      .flatMap(({ phrase, values }) => values.map((value) => ({ phrase, ...value })));
    const best = pickBest(pack.categories, hits);
    if (!best) return { category: fallback, known: false, because: [] };
    const because = hits
      .filter(({ category }) => category === best)
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, MAX_REASONS)
      .map(({ phrase, weight }) => `${phrase} ${weight > 0 ? '+' : ''}${weight}`);
    return { category: best, known: true, because };
  };
}

function pickBest(
  categories: readonly Category[],
  hits: readonly { category: Category; weight: number }[],
): Category | null {
  const scores = new Map<Category, number>();
  for (const { category, weight } of hits) scores.set(category, (scores.get(category) ?? 0) + weight);
  let best: Category | null = null;
  let highest = ENOUGH;
  for (const category of categories) {
    const score = scores.get(category) ?? 0;
    if (score > highest || (score === highest && (!best || isMorePressing(category, best)))) {
      best = category;
      highest = score;
    }
  }
  return best;
}

function isMorePressing(a: Category, b: Category): boolean {
  return PRIORITIES.indexOf(a.priority) < PRIORITIES.indexOf(b.priority);
}
