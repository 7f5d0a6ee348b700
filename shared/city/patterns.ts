/** One step of a pattern: words to choose from (`a/b`), each whole or by at least three letters it begins with (`kebakar*`). */
const STEP = /^(?:[\p{L}\p{N}-]+|[\p{L}\p{N}-]{3,}\*)(?:\/(?:[\p{L}\p{N}-]+|[\p{L}\p{N}-]{3,}\*))*$/u;
const GAP = '…';

/** Whether a phrase can be looked for: lower case, words in a row with one space, `…` only between two of them. */
export function isPattern(phrase: string): boolean {
  if (phrase !== phrase.toLowerCase()) return false;
  const steps = phrase.split(' ');
  return steps.every((step, at) => {
    if (step !== GAP) return STEP.test(step);
    return at > 0 && at < steps.length - 1 && steps[at + 1] !== GAP;
  });
}

/** The phrases of a list as packs write it, separated by commas over several lines. */
export function readPatterns(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** The list of phrases, as packs write it. */
export function writePatterns(phrases: readonly string[]): string {
  return phrases.join(', ');
}
