import type { UrgencyRule, UrgencyRules } from '../../../shared/city/urgency.ts';
import { PRIORITIES, type Priority } from '../../../shared/ticket/ticket.ts';
import { createPatternFinder } from '../words/phrase-patterns.ts';
import type { Word } from '../words/read-words.ts';

/** A rule that fired, and the words that made it. */
export type FiredRule = { rule: UrgencyRule; said: string };

/** How urgent the words are: the gravest rule that fired first, or `normal` and none. */
export type Urgency = { priority: Priority; fired: FiredRule[] };
export type JudgeUrgency = (words: readonly Word[]) => Urgency;

/** How many words before a sign a hedge may stand, and after it a word of the past. */
const HEDGED_WITHIN = 3;
const PAST_WITHIN = 4;

/** Prepares the city's rules. Without rules everything is normal. */
export function createJudgeUrgency({ rules: all, hedges, past }: UrgencyRules): JudgeUrgency {
  const rules = all.filter(({ active = true }) => active);
  const signs = createPatternFinder(rules.map((rule) => [rule.says, rule] as const));
  const denials = createPatternFinder(
    rules.flatMap((rule) => (rule.unless ? [[rule.unless, rule] as const] : [])),
  );
  const hedgeWords = createPatternFinder([[hedges, true] as const]);
  const pastWords = createPatternFinder([[past, true] as const]);

  return (words) => {
    const denied = new Set(denials.find(words).map(({ value }) => value));
    const isHedged = (from: number, to: number) =>
      hedgeWords.find(words.slice(Math.max(0, from - HEDGED_WITHIN), from)).length > 0 ||
      pastWords.find(words.slice(to, to + PAST_WITHIN)).length > 0;
    const hits = signs.find(
      words,
      ({ value, from, to }) => !denied.has(value) && (value.priority !== 'critical' || !isHedged(from, to)),
    );
    const fired = new Map<UrgencyRule, FiredRule>();
    for (const { value: rule, from, to } of hits) {
      const said = words
        .slice(from, to)
        .map(({ typed }) => typed)
        .join(' ');
      if (!fired.has(rule)) fired.set(rule, { rule, said });
    }
    const sorted = [...fired.values()].sort((a, b) => rank(a.rule) - rank(b.rule));
    return { priority: sorted[0]?.rule.priority ?? 'normal', fired: sorted };
  };
}

function rank({ priority }: UrgencyRule): number {
  return PRIORITIES.indexOf(priority);
}
