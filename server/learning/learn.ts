import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LearntModels } from '../../shared/city/learnt-models.ts';
import type { LearningFigures, Shares } from '../../shared/wire/learning.ts';
import { createAnswer } from '../understand/answer.ts';
import { type Evaluation, evaluateAnswers } from '../understand/evaluate.ts';
import { countFeatures } from '../understand/model/features.ts';
import type { PrankDecision } from '../understand/noise/learn-pranks.ts';
import { examplesOfPack, type LearningExample, trainModels } from '../understand/train-models.ts';
import { createUnderstandWords } from '../understand/understand-words.ts';
import { createReadWords } from '../understand/words/read-words.ts';
import { compareOnPack } from './compare-on-pack.ts';
import type { CityExample } from './examples.ts';
import { learnFromPranks } from './learn-from-pranks.ts';

/** The pack is that in force, with the models to be compared with; `name` that of the new ones. */
export type ToLearn = {
  pack: CityPack;
  city: readonly CityExample[];
  pranks: readonly PrankDecision[];
  name: string;
};
export type Learned = { models: LearntModels; kept: boolean; figures: Omit<LearningFigures, 'seconds'> };

/** With fewer held-back texts a comparison on them is chance. */
const ENOUGH_HELD_BACK = 50;
/** So many of the pack's emergencies are to be recognised, or at least as many as before. */
const EMERGENCIES = 0.98;

/**
 * Learns from the pack's texts and the city's, and says whether the new models are to be kept: when they are no worse on
 * what was held back, and miss no more emergencies. Pure; some seconds to a minute of work for one processor.
 */
export function learn({ pack, city, pranks, name }: ToLearn): Learned {
  const own = examplesOfPack(pack);
  const learnt = city.filter(({ heldBack }) => !heldBack);
  const held = city.filter(({ heldBack }) => heldBack);
  const { models: trained, checked } = trainModels(pack, [...own, ...learnt], name);
  const taught = learnFromPranks({ ...pack, learnt: trained }, pranks, realTexts(pack, city));
  const models = taught ? { ...trained, pranks: taught } : trained;
  const after: CityPack = { ...pack, learnt: models };
  const compared =
    held.length >= ENOUGH_HELD_BACK
      ? { comparedOn: 'city' as const, before: measure(pack, held), after: measure(after, held) }
      : compareOnPack(pack, own, learnt);
  const emergencies = countEmergencies(pack, after);
  const isSafe = !emergencies || emergencies.after >= Math.min(EMERGENCIES, emergencies.before);
  const isNoWorse =
    compared.before !== null && compared.after !== null && compared.after.top1 >= compared.before.top1;
  return {
    models,
    kept: isNoWorse && isSafe,
    figures: {
      examples: { pack: own.length, city: learnt.length, heldBack: held.length },
      pranks: {
        rejected: pranks.filter(({ prank }) => prank).length,
        broughtBack: pranks.filter(({ prank }) => !prank).length,
        learnt: taught !== null,
      },
      ...compared,
      emergencies,
      sureAt: checked.department.sureAt,
      coverage: checked.department.coverage,
    },
  };
}

/** Texts that are known to be reports, by the pack or by people. */
function realTexts({ training = [], noise }: CityPack, city: readonly CityExample[]): string[] {
  const told = [...training, ...city].map(({ text }) => text);
  return [...told, ...(noise?.followUps ?? []), ...(noise?.rudeButReal ?? [])];
}

/** How often the right department comes first, and among the first three. */
function measure(pack: CityPack, examples: readonly LearningExample[]): Shares {
  const answer = createAnswer(pack);
  const readWords = createReadWords(pack.spelling);
  const { top1, top3 }: Evaluation = evaluateAnswers(
    examples.map(({ text, channel, department }) => ({
      label: department,
      ranked: answer(text, countFeatures(readWords(text), channel)).departments,
    })),
  );
  return { top1, top3 };
}

function countEmergencies(before: CityPack, after: CityPack): LearningFigures['emergencies'] {
  const urgent = (before.training ?? []).filter(({ urgent }) => urgent === true);
  if (urgent.length === 0) return null;
  const share = (pack: CityPack) => {
    const understand = createUnderstandWords(pack);
    return urgent.filter(({ text }) => understand(text, null).priority === 'critical').length / urgent.length;
  };
  return { before: share(before), after: share(after) };
}
