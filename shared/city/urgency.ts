import type { Priority } from '../ticket/ticket.ts';

/** What a rule can make of a report, the gravest first. */
export const RULE_PRIORITIES = ['critical', 'high', 'low'] as const satisfies readonly Priority[];

/**
 * One sign of urgency. `says` are phrases of normalised words, separated by commas or lines: `a/b` is a or b, `kebakar*`
 * any word that begins so, `…` up to five words in between. `unless` are phrases that take the sign back wherever they
 * stand in the text; `category` is what it then is, where the words alone did not say.
 */
export type UrgencyRule = {
  code: string;
  name: { id: string; en: string };
  priority: (typeof RULE_PRIORITIES)[number];
  says: string;
  unless?: string;
  category?: string;
  /** False: switched off, and heard by nobody. */
  active?: boolean;
};

/**
 * How a city tells what cannot wait. `hedges` are words of fear, habit, past and prevention: a sign right behind one
 * (or right before one of `past`) tells of no emergency now.
 */
export type UrgencyRules = { rules: UrgencyRule[]; hedges: string; past: string };
