/** Finds known phrases in normalised text. */
export type PhraseFinder<Value> = {
  /** Each phrase that occurs, once, in the order of its first occurrence. */
  find(text: string): { phrase: string; values: Value[] }[];
};

/**
 * Prepares phrases (normalised, of one or more words) for finding whole words and sequences of them. One pass
 * over the text, whatever the number of phrases. A phrase listed twice keeps both values.
 */
export function createPhraseFinder<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
): PhraseFinder<Value> {
  const byPhrase = new Map<string, Value[]>();
  let longest = 0;
  for (const [phrase, value] of entries) {
    if (phrase === '') continue;
    const values = byPhrase.get(phrase);
    if (values) values.push(value);
    else byPhrase.set(phrase, [value]);
    longest = Math.max(longest, phrase.split(' ').length);
  }

  return {
    find(text) {
      const words = text === '' ? [] : text.split(' ');
      const found = new Map<string, Value[]>();
      for (let start = 0; start < words.length; start += 1) {
        let phrase = '';
        for (let end = start; end < Math.min(words.length, start + longest); end += 1) {
          phrase = end === start ? `${words[start]}` : `${phrase} ${words[end]}`;
          const values = byPhrase.get(phrase);
          if (values) found.set(phrase, values);
        }
      }
      return [...found].map(([phrase, values]) => ({ phrase, values }));
    },
  };
}
