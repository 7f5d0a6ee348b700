import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { oncePerPack } from '../../shared/city/live-pack.ts';
import { decodeModel } from './model/encode.ts';
import type { Counted } from './model/features.ts';
import { toProbabilities } from './model/fit-softmax.ts';
import { type Likely, predictLogits, predictProbabilities, rankLabels } from './model/model.ts';
import { createListPrior, createPrior } from './prior.ts';

/** What a text is taken to be about, likeliest first: departments and categories of the pack. */
export type Answer = { departments: Likely[]; categories: (Likely & { category: Category })[] };
export type AnswerText = (text: string, counted: Counted) => Answer;

/**
 * Prepares answers by what was learnt and what the pack knows: how likely each department is, and within it each of its
 * categories. Without learnt models the pack's knowledge answers alone.
 */
export const createAnswer = oncePerPack((pack): AnswerText => {
  const departments = createDepartments(pack);
  const inside = createCategories(pack);
  return (text, counted) => {
    const whose = departments(text, counted);
    const categories = inside(text, counted, new Map(whose.map((one) => [one.label, one.probability])));
    return { departments: whose, categories };
  };
});

type OfDepartments = (text: string, counted: Counted) => Likely[];

function createDepartments(pack: CityPack): OfDepartments {
  const model = pack.learnt && decodeModel(pack.learnt.department);
  const known = pack.departments.map(({ code }) => code);
  const labels = model ? model.labels : known;
  const prior = createPrior(pack, labels);
  return (text, counted) => {
    const probabilities = model
      ? predictProbabilities(model, counted, prior(text))
      : toProbabilities(prior(text));
    return rankLabels(labels, probabilities, labels.length);
  };
}

type OfCategories = (
  text: string,
  counted: Counted,
  whose: ReadonlyMap<string, number>,
) => Answer['categories'];

function createCategories({ categories, learnt }: CityPack): OfCategories {
  const scores = createListPrior(categories);
  const model = learnt && decodeModel(learnt.category);
  const positions = categories.map(({ code }) => model?.labels.indexOf(code) ?? -1);
  const siblings = categories.map(({ departmentCode }) =>
    categories.flatMap((other, index) => (other.departmentCode === departmentCode ? [index] : [])),
  );
  return (text, counted, whose) => {
    const learntLogits = model ? predictLogits(model, counted) : new Float64Array();
    const logits = scores(text).map(
      (score, index) => (model?.priorShare ?? 1) * score + (learntLogits[positions[index] ?? -1] ?? 0),
    );
    return categories
      .map((category, index) => {
        const among = (siblings[index] ?? []).reduce(
          (sum, other) => sum + Math.exp((logits[other] ?? 0) - (logits[index] ?? 0)),
          0,
        );
        const probability = (whose.get(category.departmentCode) ?? 0) / Math.max(1, among);
        return { label: category.code, category, probability };
      })
      .sort((a, b) => b.probability - a.probability);
  };
}
