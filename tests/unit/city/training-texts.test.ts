import { describe, expect, it } from 'vitest';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { prankTexts, rudeButRealTexts } from '../../../shared/city/tangerang/training/pranks.ts';

const training = tangerang.training ?? [];
const all = [...training.map(({ text }) => text), ...prankTexts, ...rudeButRealTexts];

/** Letters and digits alone, so that two texts differing in nothing but signs count as one. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

describe('the texts a first model learns from', () => {
  it('are of categories that exist, at least eight of each', () => {
    const counts = new Map(tangerang.categories.map(({ code }) => [code, 0]));
    for (const { category } of training) counts.set(category, (counts.get(category) ?? Number.NaN) + 1);
    expect([...counts].filter(([, count]) => !(count >= 8))).toEqual([]);
  });

  it('are each written once, pranks and rude reports included', () => {
    const seen = new Set<string>();
    const twice = all.filter((text) => seen.size === seen.add(bare(text)).size);
    expect(twice).toEqual([]);
  });

  it('name nobody: no telephone, population or account number, no address on the net', () => {
    const traces = /(?:\d[ .-]?){7,}|https?:|www\.|@\w/;
    expect(all.filter((text) => traces.test(text))).toEqual([]);
  });

  it('have no place left to fill in and nothing to trim', () => {
    expect(all.filter((text) => /[{}]/.test(text) || text !== text.trim() || text === '')).toEqual([]);
  });

  it('are none of the messages that are set aside as empty', () => {
    expect(all.filter((text) => tangerang.emptyTexts.includes(text.toLowerCase()))).toEqual([]);
  });

  it('are not the examples over again, which measure what was learned', () => {
    const examples = new Set((tangerang.examples ?? []).map(({ text }) => bare(text.replace('{place}', ''))));
    expect(all.filter((text) => examples.has(bare(text)))).toEqual([]);
  });
});
