import { type CalibrationBand, findSureness, measureCalibration } from './model/calibrate.ts';
import type { Likely } from './model/model.ts';

/** One text answered: what it was, and what was said, likeliest first. */
export type Answered = { label: string; ranked: readonly Likely[] };

export type LabelFigures = { label: string; count: number; precision: number; recall: number; f1: number };

export type Evaluation = {
  count: number;
  top1: number;
  top3: number;
  /** Mean of the F1 of every label that occurs. */
  macroF1: number;
  /** The share of texts that can be answered without a person so that 95 in 100 answers are right, and from which probability on. */
  coverage: number;
  sureAt: number;
  calibration: { bands: CalibrationBand[]; error: number };
  perLabel: LabelFigures[];
  /** How often a label was taken for another, most often first. */
  confusions: { label: string; said: string; count: number }[];
};

const PRECISION = 0.95;
const NOTHING: Likely = { label: '', probability: 0 };

/** Measures answers against what was right. */
export function evaluateAnswers(answered: readonly Answered[]): Evaluation {
  const judged = answered.map(({ label, ranked }) => {
    const first = ranked[0] ?? NOTHING;
    return { probability: first.probability, right: first.label === label };
  });
  const count = answered.length;
  const share = (of: number) => (count === 0 ? 0 : of / count);
  const perLabel = figuresByLabel(answered);
  return {
    count,
    top1: share(judged.filter(({ right }) => right).length),
    top3: share(
      answered.filter(({ label, ranked }) => ranked.slice(0, 3).some((one) => one.label === label)).length,
    ),
    macroF1: perLabel.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, perLabel.length),
    ...findSureness(judged, PRECISION),
    calibration: measureCalibration(judged),
    perLabel,
    confusions: listConfusions(answered),
  };
}

function figuresByLabel(answered: readonly Answered[]): LabelFigures[] {
  const said = countBy(answered.map(({ ranked }) => ranked[0]?.label ?? ''));
  const right = countBy(answered.filter(isRight).map(({ label }) => label));
  return [...countBy(answered.map(({ label }) => label))]
    .map(([label, count]) => {
      const hits = right.get(label) ?? 0;
      const precision = hits / Math.max(1, said.get(label) ?? 0);
      const recall = hits / count;
      const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return { label, count, precision, recall, f1 };
    })
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function listConfusions(answered: readonly Answered[]): Evaluation['confusions'] {
  const pairs = countBy(
    answered.filter((one) => !isRight(one)).map(({ label, ranked }) => `${label}\t${ranked[0]?.label ?? ''}`),
  );
  return [...pairs]
    .map(([pair, count]) => {
      const [label = '', said = ''] = pair.split('\t');
      return { label, said, count };
    })
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function isRight({ label, ranked }: Answered): boolean {
  return ranked[0]?.label === label;
}

function countBy(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
