import { readWords, type Word } from './spelling.ts';

/** How a name may be recognised. `common`: only where the words around say that a place is meant. */
export type Form<Value> = { words: readonly string[]; value: Value; common: boolean };

/** A name found in a text: `from` (with it) to `to` (without it) are positions of words. */
export type NameHit<Value> = { from: number; to: number; values: Value[]; common: boolean; typos: number };

export type NameIndex<Value> = {
  /** The longest name that begins at the word, or null; `lead` is read as if it stood before it. */
  longestAt(words: readonly Word[], from: number, lead?: string): NameHit<Value> | null;
};

type Node<Value> = { next: Map<string, Node<Value>>; values: Value[]; common: boolean };

/** Shorter words have too many neighbours for a typing mistake to be told from another word. */
const LONG_ENOUGH = 6;
/** One shorter word alone with a mistake in it may as well be another word. */
const SURE_ALONE = 8;

/** Prepares names for being found, each word of six letters and more with one typing mistake in it. */
export function createNameIndex<Value>(forms: Iterable<Form<Value>>): NameIndex<Value> {
  const root = createNode<Value>();
  const vocabulary = new Set<string>();
  for (const { words, value, common } of forms) {
    let node = root;
    for (const word of words) {
      vocabulary.add(word);
      let next = node.next.get(word);
      if (!next) {
        next = createNode<Value>();
        node.next.set(word, next);
      }
      node = next;
    }
    if (node === root || node.values.includes(value)) continue;
    node.common = node.values.length === 0 ? common : node.common && common;
    node.values.push(value);
  }
  const nearby = createTypoIndex(vocabulary);

  function walk(
    node: Node<Value>,
    words: readonly Word[],
    at: number,
    typos: number,
    best: Best<Value>,
  ): void {
    if (node.values.length > 0 && (at > best.to || (at === best.to && typos < best.typos))) {
      best.to = at;
      best.node = node;
      best.typos = typos;
    }
    const word = words[at]?.word;
    if (word === undefined || node.next.size === 0) return;
    const exact = node.next.get(word);
    if (exact) walk(exact, words, at + 1, typos, best);
    if (word.length < LONG_ENOUGH || vocabulary.has(word)) return;
    for (const meant of nearby(word)) {
      const next = node.next.get(meant);
      if (next) walk(next, words, at + 1, typos + 1, best);
    }
  }

  return {
    longestAt(words, from, lead) {
      const start = lead === undefined ? root : root.next.get(lead);
      if (!start) return null;
      const best: Best<Value> = { to: from, node: null, typos: 0 };
      walk(start, words, from, 0, best);
      const { node, to, typos } = best;
      if (!node || to === from) return null;
      const alone = to - from === 1 && lead === undefined;
      const common = node.common || (typos > 0 && alone && (words[from]?.word.length ?? 0) < SURE_ALONE);
      return { from, to, values: node.values, common, typos };
    },
  };
}

type Best<Value> = { to: number; node: Node<Value> | null; typos: number };

function createNode<Value>(): Node<Value> {
  return { next: new Map(), values: [], common: false };
}

/** A name as its words, in the spelling that texts are read in. */
export function wordsOf(name: string): string[] {
  return readWords(name).map(({ word }) => word);
}

/**
 * Finds the words that one letter more, less, other or swapped makes of another: two words are as near as that when
 * leaving out one letter of one, or of both at one place, makes them equal. A look-up a letter, however many words.
 */
function createTypoIndex(vocabulary: Iterable<string>): (word: string) => string[] {
  const byShortened = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < LONG_ENOUGH) continue;
    for (const shortened of shorten(word)) {
      const known = byShortened.get(shortened);
      if (known) known.push(word);
      else byShortened.set(shortened, [word]);
    }
  }
  return (word) => {
    if (word.length > 40) return [];
    const found = new Set<string>();
    for (const shortened of shorten(word))
      for (const known of byShortened.get(shortened) ?? []) if (isOneApart(word, known)) found.add(known);
    return [...found];
  };
}

function shorten(word: string): Set<string> {
  const all = new Set([word]);
  for (let at = 0; at < word.length; at += 1) all.add(word.slice(0, at) + word.slice(at + 1));
  return all;
}

function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
