import type { Priority } from '../ticket/ticket.ts';
import type { Category, SlaTargets } from './city-pack.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** The default of the SOP: first answer within 24 hours, done within 7 x 24. */
export const SEVEN_DAYS: SlaTargets = { acknowledgeMin: DAY, resolveMin: 7 * DAY };

/**
 * Phrases of one category by how strongly they point to it, each list separated by commas:
 * `9` overrules two complaints' words (emergencies only), `6` decides by itself, `3` strong, `1` weak hint,
 * negative for look-alikes ("kereta api" is no fire).
 */
export type WordLists = Partial<Record<-9 | -3 | 1 | 2 | 3 | 4 | 5 | 6 | 9, string>>;

type Details = {
  /** Defaults to `normal`. */
  priority?: Priority;
  /** `[acknowledgeMin, resolveMin]`; defaults to the SOP's 24 and 168 hours. */
  sla?: [acknowledgeMin: number, resolveMin: number];
  /** `[radiusM, windowMin]` in which two reports are the same incident; defaults to never joining. */
  match?: [radiusM: number, windowMin: number];
  words: WordLists;
};

/** Builds a category from its short form, filling in the defaults; `id` and `en` are its names on screens. */
export function defineCategory(
  code: string,
  departmentCode: string,
  [id, en]: [id: string, en: string],
  { priority = 'normal', sla, match, words }: Details,
): Category {
  return {
    code,
    departmentCode,
    name: { id, en },
    priority,
    sla: sla === undefined ? SEVEN_DAYS : { acknowledgeMin: sla[0], resolveMin: sla[1] },
    words: weigh(words),
    match: match === undefined ? null : { radiusM: match[0], windowMin: match[1] },
  };
}

/** Spreads the lists into one table of phrase → weight; a phrase in two lists would silently count once. */
function weigh(lists: WordLists): Record<string, number> {
  const table: Record<string, number> = {};
  for (const [weight, phrases] of Object.entries(lists)) {
    for (const phrase of phrases.split(',').map((each) => each.trim())) {
      if (phrase === '') throw new Error(`an empty phrase among "${phrases}"`);
      if (phrase in table) throw new Error(`the phrase "${phrase}" has two weights`);
      table[phrase] = Number(weight);
    }
  }
  return table;
}

/** Minutes in so many hours. */
export function hours(count: number): number {
  return count * HOUR;
}

/** Minutes in so many days. */
export function days(count: number): number {
  return count * DAY;
}
