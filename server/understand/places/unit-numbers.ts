import type { Word } from './spelling.ts';

const FIGURES = /^\d{1,4}$/;

/** The kilometre post that a text names (`km 19`), or null. */
export function kilometreIn(words: readonly Word[]): number | null {
  const at = words.findIndex(({ word }, position) => word === 'km' && isFigure(words[position + 1]));
  return at === -1 ? null : Number(words[at + 1]?.word);
}

/** RT and RW as `RT 2`, `RW 5`; what is written `rt 02/05` says both. Figures only, none without its word. */
export function withinNeighbourhood(words: readonly Word[]): string[] {
  const found: string[] = [];
  words.forEach(({ word }, at) => {
    const [first, second] = [words[at + 1], words[at + 2]];
    if ((word !== 'rt' && word !== 'rw') || !isFigure(first)) return;
    found.push(`${word.toUpperCase()} ${first?.word}`);
    if (word === 'rt' && isFigure(second)) found.push(`RW ${second?.word}`);
  });
  return [...new Set(found)].slice(0, 2);
}

const COUNTED = new Set(['no', 'nomor', 'nomer', 'km']);

/** The end of the house's number or kilometre post after a name (`no 12`, `km 19`); the name's own end without one. */
export function endOfNumber(words: readonly Word[], at: number): number {
  return COUNTED.has(words[at]?.word ?? '') && isFigure(words[at + 1]) ? at + 2 : at;
}

function isFigure(word: Word | undefined): boolean {
  return word !== undefined && FIGURES.test(word.word);
}
