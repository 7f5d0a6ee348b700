import { expect, test } from 'vitest';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { emergencyTexts, frighteningTexts } from '../../../shared/city/tangerang/training/emergencies.ts';

const textsOf = (texts: Record<string, string[]>) => Object.values(texts).flat();

/** The text as its words alone, so that two spellings of one text are the same. */
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join(' ') ?? '';

test('every category of the emergencies and of the frightening complaints is one of the city', () => {
  const known = new Set(tangerang.categories.map(({ code }) => code));
  const named = [...Object.keys(emergencyTexts), ...Object.keys(frighteningTexts)];
  expect(named.filter((code) => !known.has(code))).toEqual([]);
});

test('no text is there twice, neither as an emergency nor as a complaint nor as both', () => {
  const all = [...textsOf(emergencyTexts), ...textsOf(frighteningTexts)].map(wordsOf);
  expect(all.filter((text, index) => text === '' || all.indexOf(text) !== index)).toEqual([]);
});

test('there are enough of both to learn from', () => {
  expect(textsOf(emergencyTexts).length).toBeGreaterThanOrEqual(400);
  expect(textsOf(frighteningTexts).length).toBeGreaterThanOrEqual(350);
});
