import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../server/understand/classify.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import {
  emptyReports,
  exampleReports,
  idleReports,
  knownReports,
  unseenReports,
} from '../../support/example-reports.ts';

const classify = createClassifier(tangerang);

function shareRight(reports: typeof exampleReports, key: 'category' | 'department'): number {
  const right = reports.filter(({ text, category, department }) => {
    const found = classify(text).category;
    return key === 'category' ? found.code === category : found.departmentCode === department;
  });
  return right.length / reports.length;
}

describe("the pack's words", () => {
  it('are tried on reports of every category people can report in words', () => {
    const tried = new Set(exampleReports.map(({ category }) => category));
    const untried = tangerang.categories.filter(({ code }) => !tried.has(code)).map(({ code }) => code);
    expect(untried).toEqual([tangerang.callCategory]);
  });

  it('know the pack’s own examples', () => {
    expect(shareRight(knownReports, 'category')).toBeGreaterThan(0.97);
  });

  it('understand nine in ten reports they have not seen', () => {
    expect(shareRight(unseenReports, 'category')).toBeGreaterThan(0.85);
    expect(shareRight(unseenReports, 'department')).toBeGreaterThan(0.9);
  });

  it('say nothing about pranks and empty messages', () => {
    expect([...idleReports, ...emptyReports].filter(({ text }) => classify(text).known)).toEqual([]);
  });

  it('never take a life-threatening report for a mere complaint, whatever place it names', () => {
    const critical = new Set(tangerang.categories.filter(({ priority }) => priority === 'critical'));
    const codes = new Set([...critical].map(({ code }) => code));
    const lost: string[] = [];
    for (const { text, category } of tangerang.examples ?? []) {
      if (!codes.has(category)) continue;
      for (const landmark of tangerang.landmarks) {
        const placed = text.replace('{place}', landmark.name);
        const { priority } = classify(placed).category;
        if (priority !== 'critical' && priority !== 'high') lost.push(placed);
      }
    }
    expect(lost).toEqual([]);
  });
});
