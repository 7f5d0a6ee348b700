import { furthestBehind } from '../../../shared/kpi/behind.ts';
import type { KpiKey } from '../../../shared/kpi/kpis.ts';
import { tellChange, tellCount, tellFigure } from '../../../shared/kpi/tell.ts';
import type { Report } from '../report.ts';
import { drawColumns } from './draw-columns.ts';
import { type Box, type Doc, INK, line, PAGE, rule } from './page.ts';

const GAP = 22;
const UPPER = 168;
const LOWER = 138;
const LISTED = 6;

/** The five answers, in the order of the screen; answers where they end. */
export function drawAnswers(document: Doc, report: Report, y: number): number {
  const third = (PAGE.inner - 2 * GAP) / 3;
  const half = (PAGE.inner - GAP) / 2;
  const at = (n: number, width: number, top: number, height: number): Box => ({
    ...{ x: PAGE.margin + n * (width + GAP), y: top, width, height },
  });
  drawNow(document, report, at(0, third, y, UPPER));
  drawPromise(document, report, at(1, third, y, UPPER));
  drawSatisfied(document, report, at(2, third, y, UPPER));
  const below = y + UPPER + 12;
  drawBehind(document, report, at(0, half, below, LOWER));
  drawTopics(document, report, at(1, half, below, LOWER));
  return below + LOWER + 10;
}

/** The question with a rule above it; answers where the answer may begin. */
function head(document: Doc, question: string, { x, y, width }: Box): number {
  rule(document, x, y, width);
  line(document, question, { x, y: y + 6, width, size: 8.2, strong: true });
  return y + 22;
}

function big(document: Doc, report: Report, box: Box & { key: KpiKey; label: string }): number {
  const { words, insight } = report;
  const { x, y, width, key, label } = box;
  const { current, before } = insight;
  line(document, tellFigure(key, current[key], words), { x, y, width, size: 26, strong: true });
  const { direction, text } = tellChange(key, current[key], before[key], words);
  line(document, direction === 'none' ? label : `${label}, ${text}`, {
    x,
    y: y + 32,
    width,
    size: 8,
    soft: true,
  });
  return y + 47;
}

function drawNow(document: Doc, report: Report, box: Box): void {
  const { words, insight, distributions } = report;
  const { t } = words;
  const top = big(document, report, {
    ...box,
    y: head(document, t('executive.q.now'), box),
    key: 'open',
    label: t('executive.now.open'),
  });
  const over = t('executive.now-over', { count: tellCount(insight.current.overdue ?? 0, words) });
  line(document, over, { ...box, y: top, size: 8 });
  const title = `${t('executive.backlog')} (${t('executive.age-days')})`;
  line(document, title, { ...box, y: top + 11, size: 7, soft: true });
  // The unit stands above.
  const ages = (distributions[2]?.rows ?? []).map(
    ([label, ...counts]) => [label.replace(/ \p{L}+$/u, ''), ...counts] as const,
  );
  drawColumns(document, ages, { ...box, y: top + 24, height: box.y + box.height - top - 24 });
}

function drawPromise(document: Doc, report: Report, box: Box): void {
  const { words, insight, distributions } = report;
  const { t } = words;
  const top = big(document, report, {
    ...box,
    y: head(document, t('executive.q.promise'), box),
    key: 'onTime',
    label: t('executive.on-time'),
  });
  const { breached, solveMedian, solveP90 } = insight.current;
  const missed = t('executive.missed', { count: tellCount(breached ?? 0, words) });
  const half = t('executive.half-within', { time: tellFigure('solveMedian', solveMedian, words) });
  const most = t('executive.most-within', { time: tellFigure('solveP90', solveP90, words) });
  line(document, `${missed}; ${half}`, { ...box, y: top, size: 8 });
  line(document, most, { ...box, y: top + 11, size: 8 });
  // The font has no sign for it.
  const lengths = (distributions[1]?.rows ?? []).map(
    ([label, ...counts]) => [label.replace('≤ ', ''), ...counts] as const,
  );
  drawColumns(document, lengths, { ...box, y: top + 26, height: box.y + box.height - top - 26 });
}

function drawSatisfied(document: Doc, report: Report, box: Box): void {
  const { words, insight } = report;
  const { t } = words;
  const top = big(document, report, {
    ...box,
    y: head(document, t('executive.q.satisfied'), box),
    key: 'stayedSolved',
    label: t('executive.stayed'),
  });
  const { declared, reopened } = insight.current;
  const told =
    (declared ?? 0) === 0
      ? t('executive.no-solutions')
      : t('executive.reopened', {
          count: tellCount(reopened ?? 0, words),
          all: tellCount(declared ?? 0, words),
        });
  line(document, told, { ...box, y: top, size: 8 });
  document.fontSize(8).fillColor(INK.soft);
  document.text(t('executive.no-survey'), box.x, top + 18, { width: box.width, lineGap: 1.5 });
}

function drawBehind(document: Doc, report: Report, box: Box): void {
  const { words, insight, nameOf } = report;
  const { t } = words;
  const top = head(document, t('executive.q.behind'), box);
  const behind = furthestBehind(insight.groups.department).slice(0, LISTED);
  if (behind.length === 0) line(document, t('executive.nobody-behind'), { ...box, y: top, size: 8.5 });
  const rows = behind.map(({ code, current }) => ({
    name: nameOf('department', code),
    value: current.breached ?? 0,
    remark: `${tellFigure('onTime', current.onTime, words)} ${t('kpi.onTime').toLowerCase()}`,
  }));
  drawList(document, rows, { ...box, y: top }, report);
}

function drawTopics(document: Doc, report: Report, box: Box): void {
  const { words, insight, nameOf } = report;
  const top = head(document, words.t('executive.q.topics'), box);
  const rows = insight.groups.category
    .filter(({ current }) => (current.opened ?? 0) > 0)
    .slice(0, LISTED)
    .map(({ code, current, previous }) => ({
      name: nameOf('category', code),
      value: current.opened ?? 0,
      remark: tellChange('opened', current.opened, previous.opened, words).text,
    }));
  drawList(document, rows, { ...box, y: top }, report);
}

type ListRow = { name: string; value: number; remark: string };

/** Names with a bar, a number and a remark. */
function drawList(document: Doc, rows: readonly ListRow[], box: Box, { words }: Report): void {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const [nameWidth, remarkWidth, numberWidth] = [box.width * 0.38, 74, 24];
  const barWidth = box.width - nameWidth - remarkWidth - numberWidth - 18;
  for (const [index, { name, value, remark }] of rows.entries()) {
    const y = box.y + index * 17;
    line(document, name, { x: box.x, y, width: nameWidth, size: 8.5 });
    const x = box.x + nameWidth + 6;
    document.rect(x, y + 2.5, Math.max(0.5, (barWidth * value) / most), 5).fill(INK.bar);
    const number = { x: x + barWidth + 2, y, width: numberWidth, size: 8.5, strong: true };
    line(document, tellCount(value, words), { ...number, align: 'right' });
    line(document, remark, {
      x: x + barWidth + numberWidth + 8,
      y: y + 0.5,
      width: remarkWidth,
      size: 7.5,
      soft: true,
    });
  }
}
