import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { parseTerms } from '../../shared/city/word-statistics.ts';
import { normaliseText } from './words/normalise-text.ts';
import { createPhraseFinder } from './words/phrase-finder.ts';

/** What the pack knows of a text before any example: a logit for each label, in the labels' order. */
export type Prior = (text: string) => Float64Array;

/** Words of one complaint hang together, so each says less than it would by itself. */
const STATISTICS_SHARE = 0.55;
/** What a point of a word list is worth, as a logit. */
export const LISTS_SHARE = 0.35;
/** A label of which no complaint was counted is taken to have had so many. */
const UNCOUNTED = 4;
/** So many complaints like the average are added to each label's own, so that few do not say too much. */
const SMOOTHING = 6;
const LEAST_WORDS = 1;

/** The departments a label stands for: a group of the pack, or codes joined by `/`. */
export function departmentsOf(pack: CityPack, label: string): readonly string[] {
  return pack.departmentGroups?.[label] ?? label.split('/').map((code) => code.trim());
}

/**
 * Logits of labels by what stands in the pack: the counted words of complaints (naive Bayes over the terms that occur)
 * and the categories' word lists (the best category of each label). A label is a department, or several that share a
 * name (`departmentsOf`).
 */
export function createPrior(pack: CityPack, labels: readonly string[]): Prior {
  const byStatistics = createStatistics(pack, labels);
  const byLists = createLists(
    pack.categories,
    labels.map((label) => new Set(departmentsOf(pack, label))),
  );
  return (text) => {
    const logits = byStatistics(text);
    const lists = byLists(text);
    for (let k = 0; k < logits.length; k += 1) logits[k] = (logits[k] ?? 0) + (lists[k] ?? 0);
    return logits;
  };
}

function createStatistics(pack: CityPack, labels: readonly string[]): Prior {
  const membersOf = (label: string) => departmentsOf(pack, label);
  const sources = Object.entries(pack.wordStatistics ?? {}).map(([source, { complaints, terms }]) => ({
    members: membersOf(source),
    complaints,
    terms: parseTerms(terms),
  }));
  /** Which source tells of a label, and its part of it. */
  const tellers = labels.map((label) => {
    const members = membersOf(label);
    const teller = sources.findIndex((source) => source.members.some((member) => members.includes(member)));
    const source = sources[teller];
    const sharing = source
      ? labels.filter((other) => membersOf(other).some((member) => source.members.includes(member))).length
      : 1;
    return { teller, complaints: source ? source.complaints / sharing : UNCOUNTED };
  });
  const all = sources.reduce((sum, { complaints }) => sum + complaints, 0) || 1;
  const priors = tellers.map(({ complaints }) => Math.log(complaints / all));
  const weights = weighTerms(sources, all);

  return (text) => {
    const logits = Float64Array.from(priors);
    for (const term of termsOf(text)) {
      const bySource = weights.get(term);
      if (!bySource) continue;
      tellers.forEach(({ teller }, k) => {
        if (teller >= 0) logits[k] = (logits[k] ?? 0) + STATISTICS_SHARE * (bySource[teller] ?? 0);
      });
    }
    return logits;
  };
}

type Source = { complaints: number; terms: { term: string; here: number; anywhere: number }[] };

/** For each term, by source, how much likelier it is there than anywhere: a logarithm. */
function weighTerms(sources: readonly Source[], all: number): Map<string, Float64Array> {
  const counted = new Map<string, { anywhere: number; here: Map<number, number> }>();
  sources.forEach(({ terms }, index) => {
    for (const { term, here, anywhere } of terms) {
      const known = counted.get(term) ?? { anywhere, here: new Map() };
      known.here.set(index, here);
      counted.set(term, known);
    }
  });
  const weights = new Map<string, Float64Array>();
  for (const [term, { anywhere, here }] of counted) {
    const known = [...here.values()].reduce((sum, count) => sum + count, 0);
    const listed = [...here.keys()].reduce((sum, index) => sum + (sources[index]?.complaints ?? 0), 0);
    // Where a term is not listed it was too rare to tell: the rest is spread by size.
    const rest = Math.max(0, anywhere - known) / Math.max(1, all - listed);
    const share = anywhere / all;
    weights.set(
      term,
      Float64Array.from(sources, ({ complaints }, index) => {
        const count = here.get(index) ?? rest * complaints;
        return Math.log((count + SMOOTHING * share) / (complaints + SMOOTHING) / share);
      }),
    );
  }
  return weights;
}

/** Words of letters and two of them in a row, each once, as the counting saw them. */
function termsOf(text: string): Set<string> {
  const words = normaliseText(text)
    .split(' ')
    .filter((word) => word.length > LEAST_WORDS && !/\p{N}/u.test(word));
  const terms = new Set(words);
  for (let at = 1; at < words.length; at += 1) terms.add(`${words[at - 1]} ${words[at]}`);
  return terms;
}

function createLists(categories: readonly Category[], labels: readonly ReadonlySet<string>[]): Prior {
  const scores = createListPrior(categories);
  const owners = categories.map(({ departmentCode }) =>
    labels.findIndex((label) => label.has(departmentCode)),
  );
  return (text) => {
    const best = new Float64Array(labels.length);
    scores(text).forEach((score, index) => {
      const owner = owners[index] ?? -1;
      if (owner >= 0 && score > (best[owner] ?? 0)) best[owner] = score;
    });
    return best;
  };
}

/** What the word lists of categories say, as a logit for each category in their order. */
export function createListPrior(categories: readonly Category[]): Prior {
  const finder = createPhraseFinder(
    categories.flatMap((category, index) =>
      Object.entries(category.words).map(
        ([phrase, weight]) => [normaliseText(phrase), { index, weight }] as const,
      ),
    ),
  );
  return (text) => {
    const scores = new Float64Array(categories.length);
    for (const { values } of finder.find(normaliseText(text)))
      for (const { index, weight } of values) scores[index] = (scores[index] ?? 0) + weight;
    return scores.map((score) => Math.min(score, MOST_SCORE) * LISTS_SHARE);
  };
}

const MOST_SCORE = 12;
