import { stemmer } from '@orama/stemmers/indonesian';

/** A word of a text: as typed (lower case), as the city's table spells it, and its stem. */
export type Word = { typed: string; word: string; stem: string };
export type ReadWords = (text: string) => Word[];

/** Longer messages are understood by their beginning; nobody's incident starts after it. */
const MAX_CHARACTERS = 4000;
const MAX_WORDS = 600;
/** Nothing longer is a word; what is pasted without a space is read by its beginning. */
const MAX_WORD = 40;
const STEMS_KEPT = 20_000;

/**
 * Reads a text as words: compatible characters made plain (NFKC), what cannot be seen (zero-width, direction marks)
 * taken out, a letter drawn out said once, `anak2` and `anak-anak` said once, figures as `0`. The table replaces how
 * people spell a word in short messages (`yg` → `yang`, `tlg` → `tolong`); stems are Snowball's Indonesian. Never throws.
 */
export function createReadWords(spelling: Readonly<Record<string, string>> = {}): ReadWords {
  const table = new Map(Object.entries(spelling));
  const stems = new Map<string, string>();

  function stemOf(word: string): string {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= STEMS_KEPT) stems.clear();
    const stem = stemmer(word);
    stems.set(word, stem);
    return stem;
  }

  return (text) => {
    const words: Word[] = [];
    for (const typed of split(text)) {
      if (words.length >= MAX_WORDS) break;
      for (const word of (table.get(typed) ?? typed).split(' ')) {
        if (word === words.at(-1)?.word && word !== FIGURE) continue;
        words.push({ typed, word, stem: stemOf(word) });
      }
    }
    return words;
  };
}

const FIGURE = '0';

function split(text: string): string[] {
  const plain = text
    .slice(0, MAX_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{M}'’`]/gu, '');
  const words: string[] = [];
  for (const [found] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = /^\p{N}+$/u.test(found)
      ? FIGURE
      : found.replace(/(\p{L})\1{2,}/gu, '$1').replace(/(\p{L}{2})2(?=(nya)?$)/u, '$1');
    words.push(word.slice(0, MAX_WORD));
  }
  return words;
}
