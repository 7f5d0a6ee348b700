import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { shippedRouter } from '../../../scripts/eval-router/routers.ts';
import { evaluateAnswers } from '../../../server/understand/evaluate.ts';
import { fingerprintOfSources } from '../../../server/understand/first-model.ts';
import { isNoise } from '../../../server/understand/noise/is-noise.ts';
import { createJudgeNoise } from '../../../server/understand/noise/judge-noise.ts';
import { createUnderstandWords } from '../../../server/understand/understand-words.ts';
import { createReadWords } from '../../../server/understand/words/read-words.ts';
import { placesOf } from '../../../shared/city/places-of.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';

type Row = Record<'text' | 'department' | 'urgency' | 'kind', string>;
const read = (file: string): Row[] =>
  parse(readFileSync(new URL(`../../support/examination/${file}`, import.meta.url)), { columns: true });
const understand = createUnderstandWords(tangerang);
const isCritical = ({ text }: Row) => understand(text, 'whatsapp').priority === 'critical';
const share = (rows: Row[], is: (row: Row) => boolean) => rows.filter(is).length / rows.length;

test('the model that ships was learnt from what the pack now holds (npm run model:first)', () => {
  expect(tangerang.learnt?.version).toBe(fingerprintOfSources(tangerang));
});

describe('on texts that nothing was learnt from', () => {
  test('finds the department of most complaints, and nearly always among three', () => {
    const rows = read('complaints.csv');
    const route = shippedRouter(tangerang, [...new Set(rows.map(({ department }) => department))]);
    const { top1, top3, macroF1, coverage, calibration } = evaluateAnswers(
      rows.map(({ text, department }) => ({ label: department, ranked: route(text) })),
    );
    expect(top1).toBeGreaterThan(0.75);
    expect(top3).toBeGreaterThan(0.92);
    expect(macroF1).toBeGreaterThan(0.65);
    expect(coverage).toBeGreaterThan(0.4);
    expect(calibration.error).toBeLessThan(0.12);
  });

  test('misses hardly an emergency, and seldom takes a complaint for one', () => {
    const rows = read('emergencies.csv');
    const emergencies = rows.filter(({ urgency }) => urgency === 'critical');
    expect(share(emergencies, isCritical)).toBeGreaterThanOrEqual(0.98);
    // Half of these were written to frighten.
    expect(
      share(
        rows.filter(({ urgency }) => urgency !== 'critical'),
        isCritical,
      ),
    ).toBeLessThan(0.2);
    expect(share(read('complaints.csv'), isCritical)).toBeLessThan(0.1);
  });

  test('takes a few words for a cry for help when they are one, and seldom when they are not', () => {
    const rows = read('short-messages.csv');
    const [cries, complaints] = ['critical', 'ordinary'].map((kind) =>
      rows.filter(({ urgency }) => urgency === kind),
    );
    expect(share(cries ?? [], isCritical)).toBeGreaterThanOrEqual(0.98);
    expect(share(complaints ?? [], isCritical)).toBeLessThan(0.1);
  });

  test('hears a fire wherever in the city it is', () => {
    const names = [...new Set(placesOf(tangerang).map(({ name }) => name))];
    const cries = names.flatMap((name) => [`TOLONG KEBAKARAN ${name}`, `kebakaran di ${name}`]);
    expect(cries.filter((text) => understand(text, 'whatsapp').priority !== 'critical')).toEqual([]);
  }, 60_000);

  test('hears an emergency in English', () => {
    const cries = [
      'fire',
      'help me',
      'there is a man with a knife at the terminal',
      'my father is not breathing',
    ];
    expect(cries.map((text) => understand(text, '112').priority)).toEqual(cries.map(() => 'critical'));
  });

  test('sets no report aside, however rude or short, and some pranks', () => {
    const judge = createJudgeNoise(tangerang);
    const readWords = createReadWords(tangerang.spelling);
    const setAside = ({ text }: Row) =>
      isNoise(judge(readWords(text)), understand(text, 'whatsapp'), understand);
    const rows = read('pranks.csv');
    expect(rows.filter(({ kind }) => kind === 'real').filter(setAside)).toEqual([]);
    expect(
      share(
        rows.filter(({ kind }) => kind === 'prank'),
        setAside,
      ),
    ).toBeGreaterThan(0.15);
  });
});

test.each([
  ['kebakaran', 'fire'],
  ['tolong ada kebakaran', 'fire'],
  ['ada orang pingsan di pasar', 'medical'],
  ['ada orang bawa pisau di depan indomaret', 'crime'],
  ['anak kesetrum', 'electric-shock'],
  ['orang tenggelam di kali', 'rescue'],
  ['bau gas', 'gas-leak'],
])('%j is an emergency of the kind %s', (text, category) => {
  expect(understand(text, 'whatsapp')).toMatchObject({
    priority: 'critical',
    category: { code: category },
  });
});

test.each([
  'iya pak cepat',
  'masih menunggu',
  'tolong',
  'makin parah',
  'ditunggu ya',
  'kapan kantor buka pak',
])('%j says nothing of what happened, and the machine keeps quiet', (text) => {
  expect(understand(text, 'whatsapp')).toMatchObject({ known: false, because: [] });
});

test('names the words that decided and the rules of urgency that fired', () => {
  const { because, urgency } = understand('pju mati di depan sekolah', 'laksa');
  expect(because[0]).toMatch(/^pju \+/);
  expect(urgency).toEqual([]);
  const fired = understand('tolong ada yang pingsan', 'whatsapp').urgency;
  expect(fired.map(({ rule, said }) => [rule.code, said])).toContainEqual(['unconscious', 'pingsan']);
});
