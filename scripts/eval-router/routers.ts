import { decodeModel } from '../../server/understand/model/encode.ts';
import { countFeatures } from '../../server/understand/model/features.ts';
import {
  type Likely,
  type LinearModel,
  predictProbabilities,
  rankLabels,
} from '../../server/understand/model/model.ts';
import { type CrossChecked, trainModel } from '../../server/understand/model/train-model.ts';
import { createPrior, departmentsOf } from '../../server/understand/prior.ts';
import { createReadWords } from '../../server/understand/words/read-words.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { ExamplesError, type LabelledText } from './read-examples.ts';

/** Answers a text with every label it can be, likeliest first. */
export type Route = (text: string) => Likely[];

/** A router that has learnt from the examples alone, on top of what the pack knows; any label of the file will do. */
export function trainRouter(
  pack: CityPack,
  examples: readonly LabelledText[],
): { route: Route; checked: CrossChecked; seconds: number } {
  const started = performance.now();
  const labels = [...new Set(examples.map(({ department }) => department))].sort();
  const readWords = createReadWords(pack.spelling);
  const prior = createPrior(pack, labels);
  const { model, checked } = trainModel(
    examples.map(({ text, department }) => ({ text, label: department })),
    { labels, readWords, prior },
  );
  const seconds = (performance.now() - started) / 1000;
  return {
    seconds,
    checked,
    route: (text) =>
      rankLabels(
        labels,
        predictProbabilities(model, countFeatures(readWords(text), null), prior(text)),
        labels.length,
      ),
  };
}

/**
 * The router a city starts with, asked for the departments that the file names: one that stands for several of the
 * pack's (a group of the pack, or codes joined by `/`) is as likely as they are together, and departments that the file
 * never names are no answers. Throws ExamplesError, naming them, for labels that are none of these.
 */
export function shippedRouter(pack: CityPack, labels: readonly string[]): Route {
  const model = pack.learnt && decodeModel(pack.learnt.department);
  if (!model) throw new ExamplesError(`the pack ${pack.id} has no model; give --train`);
  const strange = labels.filter((label) =>
    departmentsOf(pack, label).some((code) => !model.labels.includes(code)),
  );
  if (strange.length > 0)
    throw new ExamplesError(
      `no departments of ${pack.name}: ${strange.join(', ')}; known: ${model.labels.join(', ')}`,
    );
  const answer = answerBy(pack, model);
  return (text) => {
    const byDepartment = answer(text);
    const sums = labels.map((label) =>
      departmentsOf(pack, label).reduce((sum, code) => sum + (byDepartment.get(code) ?? 0), 0),
    );
    const all = sums.reduce((sum, one) => sum + one, 0) || 1;
    return rankLabels(
      labels,
      Float64Array.from(sums, (sum) => sum / all),
      labels.length,
    );
  };
}

function answerBy(pack: CityPack, model: LinearModel): (text: string) => Map<string, number> {
  const readWords = createReadWords(pack.spelling);
  const prior = createPrior(pack, model.labels);
  return (text) => {
    const probabilities = predictProbabilities(model, countFeatures(readWords(text), null), prior(text));
    return new Map(model.labels.map((label, k) => [label, probabilities[k] ?? 0]));
  };
}
