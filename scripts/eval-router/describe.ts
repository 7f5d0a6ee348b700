import type { Evaluation } from '../../server/understand/evaluate.ts';

const BARS = 30;

/** An evaluation as text: the figures, each label's, what was taken for what, and how honest the probabilities are. */
export function describeEvaluation(evaluation: Evaluation): string {
  const { count, top1, top3, macroF1, coverage, sureAt, calibration, perLabel, confusions } = evaluation;
  return [
    `texts                        ${count} over ${perLabel.length} departments`,
    `top-1                        ${figure(top1)}`,
    `top-3                        ${figure(top3)}`,
    `macro-F1                     ${figure(macroF1)}`,
    `coverage at 95 % precision   ${figure(coverage)}${coverage > 0 ? ` (from probability ${figure(sureAt)} on)` : ''}`,
    `calibration error            ${figure(calibration.error)}`,
    '',
    'by department            texts  precision  recall  F1',
    ...perLabel.map(
      (one) =>
        `  ${one.label.padEnd(22)}${String(one.count).padStart(6)}  ${figure(one.precision)}      ${figure(one.recall)}   ${figure(one.f1)}`,
    ),
    '',
    'most often taken for another (was → said)',
    ...confusions
      .slice(0, BARS)
      .map((one) => `  ${String(one.count).padStart(4)}  ${one.label} → ${one.said}`),
    '',
    'probability said, and how often it was right',
    ...calibration.bands
      .filter((band) => band.count > 0)
      .map(
        (band) =>
          `  ${figure(band.from)}–  ${String(band.count).padStart(6)} texts  said ${figure(band.said)}  right ${figure(band.right)}`,
      ),
  ].join('\n');
}

function figure(value: number): string {
  return value.toFixed(3);
}
