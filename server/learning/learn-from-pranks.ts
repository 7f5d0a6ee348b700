import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LearntPranks } from '../../shared/city/learnt-models.ts';
import { isNoise } from '../understand/noise/is-noise.ts';
import { createJudgeNoise } from '../understand/noise/judge-noise.ts';
import { learnPranks, type PrankDecision } from '../understand/noise/learn-pranks.ts';
import { createUnderstandWords } from '../understand/understand-words.ts';
import { createReadWords } from '../understand/words/read-words.ts';

/**
 * What decisions about pranks teach, on top of the models of `pack`. What sounds like an emergency teaches nothing, even
 * when it was one of those pranks: the next one may be true. And nothing is kept by which a single one of the texts that
 * are known to be reports (`real`) would be set aside.
 */
export function learnFromPranks(
  pack: CityPack,
  decisions: readonly PrankDecision[],
  real: readonly string[],
): LearntPranks | null {
  const understand = createUnderstandWords(pack);
  const isCalm = ({ text }: PrankDecision) => {
    const { priority, urgency } = understand(text, null);
    return priority !== 'critical' && urgency.every(({ rule }) => rule.priority !== 'critical');
  };
  const usable = decisions.filter((one) => !one.prank || isCalm(one));
  const pranks = learnPranks(pack, usable, real);
  return pranks && !takesReports(pack, pranks, real) ? pranks : null;
}

function takesReports(pack: CityPack, pranks: LearntPranks, real: readonly string[]): boolean {
  if (!pack.learnt) return false;
  const readWords = createReadWords(pack.spelling);
  const understand = createUnderstandWords(pack);
  const before = createJudgeNoise(pack);
  const after = createJudgeNoise({ ...pack, learnt: { ...pack.learnt, pranks } });
  return real.some((text) => {
    const words = readWords(text);
    const judged = after(words);
    if (judged.signs.length === 0) return false;
    const understood = understand(text, null);
    return isNoise(judged, understood, understand) && !isNoise(before(words), understood, understand);
  });
}
