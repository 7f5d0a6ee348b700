import type { Word } from './read-words.ts';

/** A place in a text where a pattern was found: the words `from` … `to`, `to` not included. */
export type PatternHit<Value> = { value: Value; from: number; to: number };
export type PatternFinder<Value> = {
  /** Every pattern that occurs, each once, at its first place; `accept` may refuse a place. */
  find(words: readonly Word[], accept?: (hit: PatternHit<Value>) => boolean): PatternHit<Value>[];
};

/** One step: any of these words; `gap`: up to this many others may stand before it. */
type Step = { words: ReadonlySet<string>; prefixes: readonly string[]; gap: number };
type Pattern<Value> = { steps: Step[]; value: Value };

const GAP = 5;
const SHORTEST_PREFIX = 3;
/** What hangs on the end of a word without changing what it is. */
const CLITIC = /^(\p{L}{3,}?)(?:nya|lah|kah|pun|ku|mu)$/u;

/**
 * Prepares patterns (lists separated by commas): words in a row, `a/b` for either, `kebakar*` for any word that begins
 * so, `…` for up to five words in between. A word matches as typed, as the city spells it, or without `-nya` and the like.
 * Throws for a pattern without words.
 */
export function createPatternFinder<Value>(
  lists: Iterable<readonly [list: string, value: Value]>,
): PatternFinder<Value> {
  const byFirst = new Map<string, Pattern<Value>[]>();
  for (const [list, value] of lists) {
    for (const source of list.split(',')) {
      if (source.trim() === '') continue;
      const pattern = { steps: parseSteps(source), value };
      const first = pattern.steps[0];
      for (const key of [...(first?.words ?? []), ...(first?.prefixes ?? []).map((prefix) => `${prefix}*`)])
        byFirst.set(key, [...(byFirst.get(key) ?? []), pattern]);
    }
  }

  return {
    find(words, accept = () => true) {
      const forms = words.map(formsOf);
      const found = new Map<Pattern<Value>, PatternHit<Value>>();
      forms.forEach((_, from) => {
        for (const pattern of startingAt(forms[from] ?? [], byFirst)) {
          if (found.has(pattern)) continue;
          const to = matchFrom(forms, pattern.steps, from);
          if (to === null) continue;
          const hit = { value: pattern.value, from, to };
          if (accept(hit)) found.set(pattern, hit);
        }
      });
      return [...found.values()];
    },
  };
}

function parseSteps(source: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const token of source.trim().split(/\s+/)) {
    if (token === '…') {
      gap = GAP;
      continue;
    }
    const choices = token.split('/');
    steps.push({
      words: new Set(choices.filter((choice) => !choice.endsWith('*'))),
      prefixes: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
      gap,
    });
    gap = 0;
  }
  if (steps.length === 0) throw new Error(`"${source}" is a pattern without words`);
  return steps;
}

function formsOf({ typed, word }: Word): string[] {
  const bare = CLITIC.exec(word)?.[1];
  const forms = typed === word ? [word] : [typed, word];
  return bare === undefined ? forms : [...forms, bare];
}

function startingAt<Value>(
  forms: readonly string[],
  byFirst: ReadonlyMap<string, Pattern<Value>[]>,
): Pattern<Value>[] {
  return forms.flatMap((form) => {
    const found = [...(byFirst.get(form) ?? [])];
    for (let length = SHORTEST_PREFIX; length <= form.length; length += 1)
      found.push(...(byFirst.get(`${form.slice(0, length)}*`) ?? []));
    return found;
  });
}

/** Where the pattern ends that begins at `from`, or null. The nearest word that fits is taken. */
function matchFrom(forms: readonly string[][], steps: readonly Step[], from: number): number | null {
  let at = from + 1;
  for (const step of steps.slice(1)) {
    const until = Math.min(forms.length, at + step.gap + 1);
    while (at < until && !(forms[at] ?? []).some((form) => fits(form, step))) at += 1;
    if (at >= until) return null;
    at += 1;
  }
  return at;
}

function fits(form: string, { words, prefixes }: Step): boolean {
  return words.has(form) || prefixes.some((prefix) => form.startsWith(prefix));
}
