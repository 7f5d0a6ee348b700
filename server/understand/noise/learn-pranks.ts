import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { LearntPranks } from '../../../shared/city/learnt-models.ts';
import { createReadWords, type ReadWords, type Word } from '../words/read-words.ts';

/** What a person made of a message: rejected as a prank, or brought back after it had been set aside as one. */
export type PrankDecision = { text: string; prank: boolean };

/** With fewer rejected messages nothing is learnt, and a word of fewer says something of its writer only. */
const LEAST_TEXTS = 5;
const LEAST_WITH_WORD = 3;
const LEAST_BROUGHT_BACK = 2;
/** One message brought back outweighs so many that were rejected. */
const BROUGHT_BACK_COUNTS = 2;
/** So many messages of the other kind are added to the few that were decided: what is common anyway says little. */
const PRIOR_TEXTS = 10;
const MOST_OF_WORD = 1.5;
const LEAST_OF_WORD = -0.7;
const MOST_WORDS = 2000;

/** How far all that was learnt can move a message's score, as a logit, and from where on it is a sign of its own. */
const MOST = 3;
const SIGN_AT = 2;
/** The code of that sign. */
export const LEARNT_SIGN = 'learnt';

/**
 * Counts in which messages words stand: how much commoner each is in what was rejected as a prank than in real reports
 * (`real`: texts that are known to be), and in what was brought back than in the pack's pranks. Null while too little was
 * decided. Pure; words with figures and those of one or two messages are never kept.
 */
export function learnPranks(
  pack: CityPack,
  decisions: readonly PrankDecision[],
  real: readonly string[],
): LearntPranks | null {
  const readWords = createReadWords(pack.spelling);
  const count = (texts: readonly string[]) => countTexts(texts, readWords);
  const rejected = count(decisions.filter(({ prank }) => prank).map(({ text }) => text));
  const kept = decisions.filter(({ prank }) => !prank).map(({ text }) => text);
  const broughtBack = count(Array.from({ length: BROUGHT_BACK_COUNTS }, () => kept).flat());
  if (rejected.texts < LEAST_TEXTS && kept.length < LEAST_BROUGHT_BACK) return null;
  const ordinary = count(real);
  const idle = count([...(pack.noise?.texts ?? []), ...pack.emptyTexts]);
  const words = new Map<string, number>();
  for (const [word, times] of broughtBack.words)
    if (times >= LEAST_BROUGHT_BACK * BROUGHT_BACK_COUNTS)
      words.set(word, -Math.max(0, atMost(logitOf(times, broughtBack, word, idle))));
  for (const [word, times] of rejected.words) {
    const left = times - (broughtBack.words.get(word) ?? 0);
    if (left >= LEAST_WITH_WORD && rejected.texts >= LEAST_TEXTS)
      words.set(word, atMost(logitOf(left, rejected, word, ordinary)));
  }
  const strongest = [...words].toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, MOST_WORDS);
  return {
    words: Object.fromEntries(strongest.map(([word, logit]) => [word, round(logit)])),
    other: round(Math.max(LEAST_OF_WORD, Math.log(PRIOR_TEXTS / (rejected.texts + PRIOR_TEXTS)))),
  };
}

/** `logit`: what the decisions say of a message, never more than `MOST` either way; `sign`: enough to be named. */
export type Taught = {
  logit: number;
  sign: boolean;
  /** What is left of the message without the words that speak for a prank. */
  rest: string;
};

/** Prepares what the decisions say of messages. */
export function createWeighLearnt({ words: known, other }: LearntPranks): (words: readonly Word[]) => Taught {
  const logits = new Map(Object.entries(known));
  return (words) => {
    let sum = 0;
    let found = false;
    for (const stem of termsOf(words)) {
      const logit = logits.get(stem);
      if (logit !== undefined) found = true;
      sum += logit ?? other;
    }
    // Words of which nothing was learnt take back what others say; by themselves they say nothing.
    const logit = found ? Math.max(-MOST, Math.min(MOST, sum)) : 0;
    const rest = words.filter(({ stem }) => !((logits.get(stem) ?? 0) > 0));
    return { logit, sign: logit >= SIGN_AT, rest: rest.map(({ typed }) => typed).join(' ') };
  };
}

type Counts = { texts: number; words: Map<string, number> };

function countTexts(texts: readonly string[], readWords: ReadWords): Counts {
  const words = new Map<string, number>();
  for (const text of texts)
    for (const term of termsOf(readWords(text))) words.set(term, (words.get(term) ?? 0) + 1);
  return { texts: texts.length, words };
}

function termsOf(words: readonly Word[]): Set<string> {
  return new Set(words.map(({ stem }) => stem).filter((stem) => /^\p{L}{3,}$/u.test(stem)));
}

/** How much commoner a word is in the decided messages than in those beside, as a logit. */
function logitOf(times: number, decided: Counts, word: string, beside: Counts): number {
  const usual = ((beside.words.get(word) ?? 0) + 0.5) / (beside.texts + 1);
  const here = (times + PRIOR_TEXTS * usual) / (decided.texts + PRIOR_TEXTS);
  return Math.log(here / usual);
}

function atMost(logit: number): number {
  return Math.max(LEAST_OF_WORD, Math.min(MOST_OF_WORD, logit));
}

function round(logit: number): number {
  return Math.round(logit * 1000) / 1000;
}
