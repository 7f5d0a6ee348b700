import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LearningFigures, Shares } from '../../shared/wire/learning.ts';
import { evaluateAnswers } from '../understand/evaluate.ts';
import { countFeatures } from '../understand/model/features.ts';
import { predictProbabilities, rankLabels } from '../understand/model/model.ts';
import { trainModel } from '../understand/model/train-model.ts';
import { createPrior } from '../understand/prior.ts';
import type { LearningExample } from '../understand/train-models.ts';
import { createReadWords } from '../understand/words/read-words.ts';
import { isHeldBack } from './examples.ts';

const MOST_LEARNT = 60_000;

type Compared = Pick<LearningFigures, 'comparedOn' | 'before' | 'after'>;

/**
 * Whether the city's texts do harm, while there are few: a share of the pack's own texts is told by what was learnt
 * from the others, once without the city's texts and once with them. (The models in force have learnt all of the
 * pack's texts: tested on these they would look better than they are.)
 */
export function compareOnPack(
  pack: CityPack,
  own: readonly LearningExample[],
  city: readonly LearningExample[],
): Compared {
  const held = own.filter(({ text }) => isHeldBack(text));
  const rest = own.filter(({ text }) => !isHeldBack(text));
  if (held.length === 0 || rest.length < held.length)
    return { comparedOn: 'nothing', before: null, after: null };
  return {
    comparedOn: 'pack',
    before: tell(pack, rest, held),
    after: tell(pack, [...rest, ...city], held),
  };
}

function tell(pack: CityPack, learnt: readonly LearningExample[], held: readonly LearningExample[]): Shares {
  const labels = pack.departments.map(({ code }) => code);
  const readWords = createReadWords(pack.spelling);
  const prior = createPrior(pack, labels);
  const { model } = trainModel(
    learnt.map(({ text, channel, department, weight = 1 }) => ({ text, channel, label: department, weight })),
    { readWords, labels, prior, mostFeatures: MOST_LEARNT },
  );
  const { top1, top3 } = evaluateAnswers(
    held.map(({ text, channel, department }) => {
      const probabilities = predictProbabilities(model, countFeatures(readWords(text), channel), prior(text));
      return { label: department, ranked: rankLabels(labels, probabilities, 3) };
    }),
  );
  return { top1, top3 };
}
