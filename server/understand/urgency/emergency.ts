import type { CityPack } from '../../../shared/city/city-pack.ts';
import { decodeModel } from '../model/encode.ts';
import type { Counted } from '../model/features.ts';
import { predictProbabilities } from '../model/model.ts';
import type { Prior } from '../prior.ts';
import { createReadWords } from '../words/read-words.ts';
import { createJudgeUrgency } from './judge-urgency.ts';

export const EMERGENCY_LABELS = ['emergency', 'ordinary'] as const;

/** What a critical rule that fired says for an emergency, and what none says against it, as logits. */
const FIRED = 3;
const SILENT = -3;

/** The rules' opinion, from which the model learns where they are wrong. */
export function createUrgencyPrior(pack: CityPack): Prior {
  const readWords = createReadWords(pack.spelling);
  const judge = pack.urgency && createJudgeUrgency(pack.urgency);
  return (text) => {
    const fired = judge?.(readWords(text)).priority === 'critical';
    return Float64Array.of(fired ? FIRED : SILENT, 0);
  };
}

/** How likely a text tells of an emergency, 0 to 1; null when nothing was learnt about it. */
export function createSenseEmergency(pack: CityPack): (text: string, counted: Counted) => number | null {
  const model = pack.learnt && decodeModel(pack.learnt.emergency);
  if (!model) return () => null;
  const prior = createUrgencyPrior(pack);
  return (text, counted) => predictProbabilities(model, counted, prior(text))[0] ?? null;
}
