import type { UnderstandWords, WordsUnderstood } from '../understand-words.ts';
import type { Noise } from './judge-noise.ts';

/** From this score on a message that nothing else speaks for is set aside, and from the second whatever it seems about. */
const LIKELY = 0.6;
const NEARLY_SURE = 0.75;
/** With so much of an emergency about it a message is never set aside by itself. */
const MAYBE_EMERGENCY = 0.3;
/** A sign that says too little by itself: `tolong` is a short message, too. */
const WEAK_SIGN = 'short';
/** Where what was learnt of pranks has a part in it, so little of an emergency is enough. */
const HINT_OF_EMERGENCY = 0.1;

/** Whether it has a sign by name; without one a message is never set aside, whatever it says. */
export function hasSign({ signs }: Noise): boolean {
  return signs.some((sign) => sign !== WEAK_SIGN);
}

/**
 * Whether a message is set aside as no report; it needs a sign by name, and no sign of an emergency. What was learnt of
 * pranks, as a sign or beside others, needs less of one to be overruled, and hears what else the message says: prank's words around a cry for help
 * must not drown it.
 */
export function isNoise(noise: Noise, understood: WordsUnderstood, understand: UnderstandWords): boolean {
  const { score, rest } = noise;
  if (!hasSign(noise)) return false;
  if (understood.urgency.some(({ rule }) => rule.priority === 'critical')) return false;
  if ((understood.emergency ?? 0) >= MAYBE_EMERGENCY) return false;
  const isTaught = rest !== undefined;
  if (isTaught && (hintsAtEmergency(understood) || hintsAtEmergency(understand(rest, null)))) return false;
  return score >= (understood.known ? NEARLY_SURE : LIKELY);
}

/** Any rule that calls for hurry, a pressing kind, or a little likeness to an emergency. */
function hintsAtEmergency({ urgency, priority, emergency }: WordsUnderstood): boolean {
  const isPressing = (of: string) => of === 'critical' || of === 'high';
  return (
    isPressing(priority) ||
    urgency.some(({ rule }) => isPressing(rule.priority)) ||
    (emergency ?? 0) >= HINT_OF_EMERGENCY
  );
}
