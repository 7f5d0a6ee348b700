import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFactExtractor } from '../../../server/pipeline/steps/extract-facts.ts';
import type { Report } from '../../../server/pipeline/steps/report.ts';
import { createSetAside } from '../../../server/pipeline/steps/set-aside.ts';
import { createUnderstand } from '../../../server/pipeline/steps/understand.ts';
import { createClassifier } from '../../../server/understand/classify.ts';
import { normaliseText } from '../../../server/understand/words/normalise-text.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { knownReports, unseenReports } from '../../support/example-reports.ts';
import { smallCity } from '../../support/small-city.ts';

const classify = createClassifier(tangerang);
const extractFacts = createFactExtractor(tangerang);
const setAside = createSetAside(tangerang);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6000, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
);

function buildInboxReport(given: Partial<Report>): Report {
  return {
    id: '1',
    channel: 'whatsapp',
    externalId: 'x',
    state: 'received',
    text: '',
    occurredAt: 0,
    reporter: null,
    location: null,
    measurement: null,
    hasPictures: false,
    inReplyTo: null,
    ticketId: null,
    homeId: null,
    personId: null,
    ...given,
  };
}

describe('normalising a text', () => {
  test.each([
    ['  BANJIR!!!, di   Ciledug 🌊 ', 'banjir di ciledug'],
    ["assalamu'alaikum, lampu-lampu MATI", 'assalamualaikum lampu lampu mati'],
    ['banjirrrrr paaaak', 'banjir pak'],
    ['ｂａｎｊｉｒ', 'banjir'],
    ['👍🏽', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  test('never throws, is bounded, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(once.length).toBeLessThanOrEqual(4000);
        expect(once).not.toMatch(/^\s|\s\s|\s$/);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });
});

describe('classifying by words', () => {
  test.each([
    ['ada KEBAKARAN rumah di cipondoh', 'fire'],
    ['antri di stasiun kereta api poris', 'other'],
    ['sampah numpuk seminggu', 'waste'],
    ['banjirr selutut', 'flood'],
    ['', 'other'],
  ])('%j is %s', (text, code) => {
    expect(classify(text).category.code).toBe(code);
  });

  test('names the words that decided, the strongest first', () => {
    const { because, known } = classify('hujan, banjir sudah selutut');
    expect(known).toBe(true);
    expect(because[0]).toBe('banjir +5');
    expect(because).toContain('hujan +1');
  });

  test('says when it does not know', () => {
    expect(classify('kapan kantor buka pak')).toMatchObject({ known: false, because: [] });
  });

  test('understands the examples the words were chosen with, and most of those they were not', () => {
    const right = (reports: typeof knownReports) => {
      const telling = reports.filter(({ category }) => category !== null);
      return (
        telling.filter(({ text, category }) => classify(text).category.code === category).length /
        telling.length
      );
    };
    expect(right(knownReports)).toBeGreaterThan(0.95);
    expect(right(unseenReports)).toBeGreaterThan(0.75);
  });

  test('gives any text a category of the pack, without throwing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { category, because } = classify(text);
        expect(tangerang.categories).toContain(category);
        expect(because.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('of equals takes the more pressing one', () => {
    const pack = structuredClone(smallCity);
    for (const category of pack.categories) category.words = { kata: 3 };
    expect(createClassifier(pack)('kata').category.code).toBe('blaze');
  });
});

describe('understanding how deep the water is', () => {
  test.each([
    ['banjir 40 cm', 40],
    ['air sudah 40cm pak', 40],
    ['banjir 1,5 meter', 150],
    ['banjir 1.2m', 120],
    ['banjir se-pinggang', 90],
    ['tadi semata kaki sekarang SEPINGGANG', 90],
    ['banjir selutut, kira2 60 senti', 60],
    ['banjir 50 meter dari indomaret', undefined],
    ['banjir rt 05 rw 01', undefined],
    ['banjir 3000 cm', undefined],
    ['banjir jam 4 malam', undefined],
  ])('%j: %s', (text, depthCm) => {
    expect(extractFacts(text, 'flood').depthCm).toBe(depthCm);
  });

  test('is no fact about a pothole', () => {
    expect(extractFacts('lubang 40 cm', 'pothole')).toEqual({});
  });

  test('never gives an impossible depth', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer(),
        fc.constantFrom('cm', 'm', 'meter', ' senti'),
        (text, figure, unit) => {
          const { depthCm } = extractFacts(`${text} ${figure}${unit}`, 'flood');
          if (depthCm === undefined) return;
          expect(Number.isInteger(depthCm)).toBe(true);
          expect(depthCm).toBeGreaterThanOrEqual(1);
          expect(depthCm).toBeLessThanOrEqual(500);
        },
      ),
    );
  });
});

describe('setting aside', () => {
  const pin = { lat: -6.2, lng: 106.6, accuracyM: null, source: 'pin' } as const;

  test.each<[Partial<Report>, string | null]>([
    [{ text: 'Halo Min!!' }, 'empty'],
    [{ text: '🙏' }, 'empty'],
    [{ text: '' }, 'empty'],
    [{ text: '', location: pin }, null],
    [{ text: 'halo', hasPictures: true }, null],
    [{ text: '', channel: '112' }, null],
    [{ text: 'halo, lampu mati' }, null],
    [{ channel: 'sensor', measurement: { name: 'x', unit: 'm', value: 1, at: '' } }, 'unknown-sensor'],
    [{ channel: 'sensor' }, 'unknown-sensor'],
  ])('%j: %s', (given, reason) => {
    expect(setAside(buildInboxReport(given))).toBe(reason);
  });

  test('takes none of the examples that tell of something', () => {
    const taken = [...knownReports, ...unseenReports].filter(
      ({ text, category }) => category !== null && setAside(buildInboxReport({ text })) !== null,
    );
    expect(taken).toEqual([]);
  });
});

describe('understanding a report', () => {
  const understand = createUnderstand(tangerang);

  test('gives a silent call the category for calls, and one that tells something its own', () => {
    expect(understand({ channel: '112', text: '', location: null }).category.code).toBe('call-112');
    expect(understand({ channel: '112', text: 'kebakaran!', location: null }).category.code).toBe('fire');
    expect(understand({ channel: 'laksa', text: '', location: null }).category.code).toBe('other');
  });

  test('does not take the middle of the ocean for a place', () => {
    const location = { lat: 0, lng: 0, accuracyM: 5, source: 'pin' } as const;
    expect(understand({ channel: 'laksa', text: 'banjir', location }).point).toBeNull();
  });
});
