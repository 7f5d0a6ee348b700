/** Longer messages are understood by their beginning; nobody's incident starts after it. */
const MAX_LENGTH = 4000;

/**
 * A text as plain lower-case words with single spaces between them: punctuation and emoji become spaces,
 * apostrophes vanish, a letter drawn out (`banjirrrr`) is said once. Never throws, at most 4,000 characters.
 */
export function normaliseText(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .trim()
    .slice(0, MAX_LENGTH);
}
