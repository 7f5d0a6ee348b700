import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFeatures } from '../../../server/understand/model/features.ts';
import { createUnderstandWords } from '../../../server/understand/understand-words.ts';
import { createReadWords } from '../../../server/understand/words/read-words.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';

const readWords = createReadWords(tangerang.spelling);
const understand = createUnderstandWords(tangerang);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10_000, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 500, size: 'max' }),
  fc.string({
    unit: fc.constantFrom('\u200b', '\u202e', '\u200f', '\ufeff', 'a', '\u0301', '🔥'),
    maxLength: 300,
  }),
);

test('any text at all is understood somehow: a category of the pack, probabilities that add up to 1', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { category, departments, because, emergency } = understand(text, null);
      expect(tangerang.categories).toContain(category);
      expect(departments.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
      expect(because.length).toBeLessThanOrEqual(5);
      expect(emergency).toBeGreaterThanOrEqual(0);
      expect(emergency).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test('no more of a text is read than 600 words, and no word is longer than 40 letters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = readWords(text);
      expect(words.length).toBeLessThanOrEqual(610);
      for (const { typed } of words) expect(typed.length).toBeLessThanOrEqual(40);
    }),
  );
});

test('what cannot be seen changes nothing', () => {
  const marks = ['\u200b', '\u200d', '\u202e', '\u202c', '\u200f', '\ufeff'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...'banjir di cimone '), fc.constantFrom('', ...marks)), {
        maxLength: 40,
      }),
      (pairs) => {
        const plain = pairs.map(([letter]) => letter).join('');
        expect(readWords(pairs.flat().join(''))).toEqual(readWords(plain));
      },
    ),
  );
});

describe('reading words', () => {
  test.each([
    ['lampu jln mati bgt pak', ['lampu', 'jalan', 'mati', 'banget', 'bapak']],
    ['BANJIRRRR!!! 🌊', ['banjir']],
    ['anak-anak, anak2nya', ['anak', 'anaknya']],
    ['rt 02/05', ['rt', '0', '0']],
    ['ｂａｎｊｉｒ', ['banjir']],
    ['seuneu ageung', ['api', 'besar']],
  ])('%j is %j', (text, words) => {
    expect(readWords(text).map(({ word }) => word)).toEqual(words);
  });

  test('words of one root share their stem', () => {
    const stems = readWords('memperbaiki diperbaiki perbaikan').map(({ stem }) => stem);
    expect(new Set(stems).size).toBe(1);
  });
});

test('a feature counts where it first stood, so that the words that decided can be named', () => {
  const counted = countFeatures(readWords('pju mati pju'), 'laksa');
  expect([...counted.names.values()].every(({ word }) => word <= 2)).toBe(true);
  expect([...counted.names.values()].some(({ count }) => count === 2)).toBe(true);
});
