import type { WordsUnderstood } from '../understand-words.ts';
import type { Noise } from './judge-noise.ts';

/** From this score on a message that nothing else speaks for is set aside, and from the second whatever it seems about. */
const LIKELY = 0.6;
const NEARLY_SURE = 0.75;
/** With so much of an emergency about it a message is never set aside by itself. */
const MAYBE_EMERGENCY = 0.3;
/** A sign that says too little by itself: `tolong` is a short message, too. */
const WEAK_SIGN = 'short';

/** Whether a message is set aside as no report; it needs a sign by name, and no sign of an emergency. */
export function isNoise({ score, signs }: Noise, understood: WordsUnderstood): boolean {
  if (!signs.some((sign) => sign !== WEAK_SIGN)) return false;
  if (understood.urgency.some(({ rule }) => rule.priority === 'critical')) return false;
  if ((understood.emergency ?? 0) >= MAYBE_EMERGENCY) return false;
  return score >= (understood.known ? NEARLY_SURE : LIKELY);
}
