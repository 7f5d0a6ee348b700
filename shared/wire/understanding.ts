import type { RoutingPolicy } from '../city/city-pack.ts';
import type { Priority } from '../ticket/ticket.ts';

/** A department that might take a ticket, by what was said. */
export type DepartmentSuggestion = {
  departmentCode: string;
  /** The likeliest of its categories. */
  category: string;
  /** How often answers this sure are right, 0 to 1. */
  probability: number;
  /** The words that spoke for it, strongest first. */
  words: string[];
};

/** A rule of urgency that fired, with the words that made it. */
export type FiredUrgency = {
  code: string;
  name: { id: string; en: string };
  priority: Priority;
  said: string;
};

/** What speaks for a message being a prank, an advert or idle talk: a sign's name where the city gave it one. */
export type NoiseSignView = { code: string; name: { id: string; en: string } | null };

/**
 * How likely this is no report, 0 to 1, and why. `call` is what the exchange told of a 112 call, in seconds; `earlier` how
 * many reports of the same sender came to nothing in the last 90 days.
 */
export type NoiseView = {
  score: number;
  signs: NoiseSignView[];
  call: { seconds: number | null; short: boolean; silent: boolean } | null;
  earlier: number;
};

/** Answer of `GET /api/tickets/:id/understanding`: what the models in force make of what was said. */
export type UnderstandingAnswer = {
  /** The likeliest first, three at most; empty where nothing was said. */
  departments: DepartmentSuggestion[];
  category: string;
  /** What the city lets the system do with tickets of this one's category; `off`: it suggests nothing. */
  routing: RoutingPolicy;
  /** The likeliest department reaches the probability from which on 95 in 100 are right. */
  surely: boolean;
  urgency: FiredUrgency[];
  /** How likely it is an emergency, 0 to 1; null where nothing was learnt of it. */
  emergency: number | null;
  noise: NoiseView;
};

/** Signs that no city has to name: the screens do. */
const BUILT_IN = ['gibberish', 'short', 'learnt'] as const;

/** Is this a sign of that kind? */
export function isBuiltInSign(code: string): code is (typeof BUILT_IN)[number] {
  return BUILT_IN.some((known) => known === code);
}
