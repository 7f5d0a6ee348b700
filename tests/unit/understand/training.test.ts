import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateAnswers } from '../../../server/understand/evaluate.ts';
import { findSureness, findTemperature } from '../../../server/understand/model/calibrate.ts';
import { decodeModel, encodeModel } from '../../../server/understand/model/encode.ts';
import { countFeatures } from '../../../server/understand/model/features.ts';
import { predictProbabilities, rankLabels } from '../../../server/understand/model/model.ts';
import { trainModel } from '../../../server/understand/model/train-model.ts';
import { createReadWords } from '../../../server/understand/words/read-words.ts';

const readWords = createReadWords({});
const STORIES: Record<string, string[]> = {
  ROADS: ['jalan berlubang', 'aspal rusak', 'trotoar pecah', 'lubang di jalan', 'jalan ambles'],
  LIGHTS: ['lampu jalan mati', 'pju padam', 'tiang lampu roboh', 'jalan gelap pju mati', 'lampu padam'],
  WATER: ['air pdam mati', 'pipa bocor', 'air keruh', 'tagihan air naik', 'meteran air rusak'],
};
const examples = Object.entries(STORIES).flatMap(([label, texts]) =>
  texts.flatMap((text) => ['pak ', 'mohon ', 'tolong '].map((start) => ({ label, text: start + text }))),
);
const labels = Object.keys(STORIES);
const nothing = () => new Float64Array(labels.length);
const train = () => trainModel(examples, { readWords, labels, prior: nothing });
const answer = (model: ReturnType<typeof train>['model'], text: string) =>
  rankLabels(labels, predictProbabilities(model, countFeatures(readWords(text), null), nothing()), 3);

test('learns from examples, the same ones to the same model', () => {
  const { model, checked } = train();
  expect(answer(model, 'lampunya padam semua')[0]?.label).toBe('LIGHTS');
  expect(answer(model, 'pipa air di rumah bocor')[0]?.label).toBe('WATER');
  expect(checked.top1).toBeGreaterThan(0.8);
  expect(train().model.weights).toEqual(model.weights);
});

test('what the pack knows decides where nothing was learnt', () => {
  const { model } = trainModel(examples, { readWords, labels, prior: () => Float64Array.of(0, 0, 5) });
  const words = countFeatures(readWords('zzz'), null);
  const [first] = rankLabels(labels, predictProbabilities(model, words, Float64Array.of(0, 0, 5)), 1);
  expect(first?.label).toBe('WATER');
});

test('a model that was packed and unpacked says nearly the same', () => {
  const { model } = train();
  const back = decodeModel(encodeModel(model));
  for (const { text } of examples) {
    const before = answer(model, text)[0];
    const after = answer(back, text)[0];
    expect(after?.label).toBe(before?.label);
    expect(after?.probability).toBeCloseTo(before?.probability ?? 0, 1);
  }
});

test('too few examples are refused in words', () => {
  expect(() => trainModel([], { readWords, labels, prior: nothing })).toThrow('0 examples are too few');
});

test('from the probability that is found on, so many of the answers are right, and no more could be covered', () => {
  const judged = fc.array(
    fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(judged, (all) => {
      const { sureAt, coverage } = findSureness(all, 0.8);
      const taken = all.filter(({ probability }) => probability >= sureAt);
      expect(taken.length).toBe(Math.round(coverage * all.length));
      if (taken.length > 0)
        expect(taken.filter(({ right }) => right).length / taken.length).toBeGreaterThanOrEqual(0.8);
      for (const { probability } of all.filter((one) => one.probability < sureAt)) {
        const more = all.filter((one) => one.probability >= probability);
        expect(more.filter(({ right }) => right).length / more.length).toBeLessThan(0.8);
      }
    }),
  );
});

test('probabilities of a model that is too sure of itself are taken back', () => {
  // Nine of ten right, said with near certainty.
  const count = 100;
  const logits = new Float32Array(count * 2);
  for (let row = 0; row < count; row += 1) logits[row * 2] = 12;
  const held = {
    logits,
    classes: 2,
    labels: Int32Array.from({ length: count }, (_, row) => (row < 90 ? 0 : 1)),
  };
  const { temperature } = findTemperature(held);
  expect(1 / (1 + Math.exp(-12 / temperature))).toBeLessThan(0.95);
});

test('figures of an evaluation', () => {
  const said = (label: string, ...ranked: string[]) => ({
    label,
    ranked: ranked.map((one, at) => ({ label: one, probability: 0.9 / (at + 1) })),
  });
  const { top1, top3, macroF1, confusions } = evaluateAnswers([
    said('A', 'A', 'B'),
    said('A', 'B', 'A'),
    said('B', 'B'),
    said('C', 'A', 'B', 'D'),
  ]);
  expect({ top1, top3 }).toEqual({ top1: 0.5, top3: 0.75 });
  expect(macroF1).toBeCloseTo((0.5 + 2 / 3 + 0) / 3);
  expect(confusions).toContainEqual({ label: 'C', said: 'A', count: 1 });
});
