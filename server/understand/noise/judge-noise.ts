import type { CityPack } from '../../../shared/city/city-pack.ts';
import { decodeModel } from '../model/encode.ts';
import { countFeatures } from '../model/features.ts';
import { toProbabilities } from '../model/fit-softmax.ts';
import { predictProbabilities } from '../model/model.ts';
import type { Prior } from '../prior.ts';
import { createPatternFinder } from '../words/phrase-patterns.ts';
import { createReadWords, type Word } from '../words/read-words.ts';
import { createWeighLearnt, LEARNT_SIGN } from './learn-pranks.ts';

export const NOISE_LABELS = ['noise', 'real'] as const;

/**
 * How likely a message is a prank, an advert or idle talk, 0 to 1, and the codes of the signs that say so. `rest`: where
 * what decisions have taught raised the score, what it says beside the words of pranks.
 */
export type Noise = { score: number; signs: string[]; rest?: string };

/** What each sign says for noise, and none against it, as logits. */
const SIGN = 2;
const SILENT = -2.5;
const MOST_SIGNS = 2;
/** Words that nobody says: long rows of consonants, or the same two letters over and over. */
const GIBBERISH = /[bcdfghjklmnpqrstvwxz]{6,}|^(\p{L}{1,3})\1{3,}$/u;
const SHORT = 2;

/** The codes of the signs, and what they say together as a logit. */
export type SignsFound = { signs: string[]; logit: number };

/** Prepares finding the signs of noise: the pack's, and those of any city (gibberish, hardly a word). */
export function createFindSigns({ noise }: CityPack): (words: readonly Word[]) => SignsFound {
  const active = (noise?.signs ?? []).filter((sign) => sign.active !== false);
  const finder = createPatternFinder(active.map(({ says, code }) => [says, code] as const));
  const weights = new Map(active.map(({ code, weight = 1 }) => [code, weight]));
  return (words) => {
    const codes = new Set(finder.find(words).map(({ value }) => value));
    if (words.some(({ typed }) => GIBBERISH.test(typed))) codes.add('gibberish');
    if (words.length <= SHORT) codes.add('short');
    const signs = [...codes];
    const sum = signs.reduce((total, code) => total + (weights.get(code) ?? 1), 0);
    return { signs, logit: SILENT + SIGN * Math.min(MOST_SIGNS, sum) };
  };
}

/** The signs' opinion, from which the model learns where they are wrong. */
export function createNoisePrior(pack: CityPack): Prior {
  const readWords = createReadWords(pack.spelling);
  const findSigns = createFindSigns(pack);
  return (text) => Float64Array.of(findSigns(readWords(text)).logit, 0);
}

/** Prepares the judgement; a pack without rules for it calls nothing noise. */
export function createJudgeNoise(pack: CityPack): (words: readonly Word[]) => Noise {
  if (!pack.noise) return () => ({ score: 0, signs: [] });
  const findSigns = createFindSigns(pack);
  const model = pack.learnt && decodeModel(pack.learnt.noise);
  const weighLearnt = pack.learnt?.pranks && createWeighLearnt(pack.learnt.pranks);
  return (words) => {
    const { signs, logit } = findSigns(words);
    const prior = Float64Array.of(logit, 0);
    const [score = 0] = model
      ? predictProbabilities(model, countFeatures(words, null), prior)
      : toProbabilities(prior);
    const taught = weighLearnt?.(words);
    if (!taught) return { score, signs };
    return {
      score: raise(score, taught.logit),
      signs: taught.sign ? [...signs, LEARNT_SIGN] : signs,
      ...(taught.logit > 0 && { rest: taught.rest }),
    };
  };
}

/** A probability after something that speaks for it, as a logit; below zero: against it. */
export function raise(probability: number, logit: number): number {
  const odds = (probability / Math.max(1e-9, 1 - probability)) * Math.exp(logit);
  return odds / (1 + odds);
}
