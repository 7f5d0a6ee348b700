import type { KpiKey } from '../../../shared/kpi/kpis.ts';
import { tellFigure } from '../../../shared/kpi/tell.ts';
import type { Report } from '../report.ts';
import { drawColumns } from './draw-columns.ts';
import { type Doc, FONT, INK, line, PAGE, rule } from './page.ts';

const COLUMNS: KpiKey[] = ['opened', 'resolved', 'open', 'onTime', 'breached', 'answerMedian', 'solveMedian'];
const ROW = 13.2;
const NAME = 118;
/** Less height says nothing, and so do more days in the width. */
const LEAST = 70;
const MOST_DAYS = 45;

/** The kecamatan, each with its figures, as many as the sheet holds; the rest is in the other files. */
export function drawTables(document: Doc, report: Report, top: number): void {
  const { words, insight, nameOf } = report;
  const { t } = words;
  const { margin: x, inner } = PAGE;
  const step = (inner - NAME) / COLUMNS.length;
  rule(document, x, top, inner);
  line(document, t('executive.by.kecamatan'), { x, y: top + 6, width: NAME, size: 9, strong: true });
  for (const [index, key] of COLUMNS.entries()) {
    document.font(FONT.regular).fontSize(6.8).fillColor(INK.soft);
    document.text(t(`kpi.${key}`), x + NAME + index * step + 6, top + 5, { width: step - 6, align: 'right' });
  }
  const space = PAGE.height - PAGE.margin - 24 - (top + 24);
  const groups = insight.groups.kecamatan.slice(0, Math.floor(space / ROW));
  for (const [n, { code, current }] of groups.entries()) {
    const y = top + 24 + n * ROW;
    rule(document, x, y - 2.6, inner);
    line(document, nameOf('kecamatan', code), { x, y, width: NAME, size: 8.2 });
    for (const [index, key] of COLUMNS.entries()) {
      const cell = { x: x + NAME + index * step, y, width: step, size: 8.2 };
      line(document, tellFigure(key, current[key], words), { ...cell, align: 'right' });
    }
  }
  drawDays(document, report, top + 34 + groups.length * ROW);
}

/** What came in and what was resolved on each day, where there is room left for it. */
function drawDays(document: Doc, { insight, words }: Report, top: number): void {
  const bottom = PAGE.height - PAGE.margin - 22;
  if (bottom - top < LEAST || insight.days.length > MOST_DAYS) return;
  rule(document, PAGE.margin, top, PAGE.inner);
  const title = { x: PAGE.margin, y: top + 6, width: PAGE.inner, size: 8.2, strong: true };
  line(document, words.t('executive.by-day'), title);
  const rows = insight.days.map(({ day, opened, resolved }) => [day.slice(5), opened, resolved] as const);
  const y = top + 20;
  drawColumns(document, rows, { x: PAGE.margin, y, width: PAGE.inner, height: Math.min(95, bottom - y) });
}
