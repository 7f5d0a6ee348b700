import { stringify } from 'csv-stringify/sync';
import { plainText } from './plain-text.ts';
import type { Report } from './report.ts';

/** So that a spreadsheet takes it for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The figures as CSV (RFC 4180, UTF-8): a line a figure, so that a program finds each by its codes. Numbers have a
 * point and no thousands; shares are between 0 and 1, lengths of time in hours; empty where there is none.
 */
export async function writeCsv({ sections, distributions, words, insight }: Report): Promise<Buffer> {
  const { t } = words;
  const head = ['section', 'code', 'name', 'figure', 'unit', 'current', 'before'] as const;
  const lines: (string | number | null)[][] = [head.map((name) => t(`executive.file.${name}`))];
  for (const { title, rows } of sections) {
    for (const { code, name, cells } of rows) {
      for (const { key, unit, current, before } of cells)
        lines.push([title, code, name, t(`kpi.${key}`), t(`executive.unit.${unit}`), current, before]);
    }
  }
  for (const { title, rows } of distributions) {
    for (const [index, [label, current, before]] of rows.entries())
      lines.push([title, String(index), label, title, t('executive.unit.tickets'), current, before]);
  }
  for (const { day, opened, resolved } of insight.days) {
    lines.push([t('executive.by-day'), day, day, t('kpi.opened'), t('executive.unit.tickets'), opened, null]);
    lines.push([
      t('executive.by-day'),
      day,
      day,
      t('kpi.resolved'),
      t('executive.unit.tickets'),
      resolved,
      null,
    ]);
  }
  const plain = lines.map((line) => line.map((cell) => (typeof cell === 'string' ? plainText(cell) : cell)));
  return Buffer.from(BYTE_ORDER_MARK + stringify(plain, { record_delimiter: 'windows' }));
}
