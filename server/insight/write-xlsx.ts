import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { type KpiKey, kpi, type Unit } from '../../shared/kpi/kpis.ts';
import { plainText } from './plain-text.ts';
import type { Report, ReportSection } from './report.ts';

const FORMATS: Record<Unit, string> = { tickets: '#,##0', share: '0.0%', ms: '#,##0.0' };
const COUNT = FORMATS.tickets;

/** The figures as a workbook: a sheet for the whole, one for each way to divide it, the distributions, the days. */
export async function writeXlsx(report: Report): Promise<Buffer> {
  const { sections, words } = report;
  const { t } = words;
  const [total, ...groups] = sections;
  const sheets = [
    ...(total
      ? [{ name: total.title, data: summarySheet(report, total), widths: [34, 18, 18, 10, 90] }]
      : []),
    ...groups.map((section) => ({
      name: section.title,
      data: groupSheet(report, section),
      widths: [34, ...Array<number>(40).fill(14)],
    })),
    { name: t('executive.file.distribution'), data: distributionSheet(report), widths: [38, 14, 14, 14] },
    { name: t('executive.by-day'), data: daySheet(report), widths: [14, 12, 12] },
  ];
  return writeExcelFile(
    sheets.map(({ name, data, widths }) => ({
      data,
      sheet: sheetName(name),
      columns: widths.map((width) => ({ width })),
      showGridLines: false,
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

/** Excel takes 31 characters, and some of them not at all. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

const text = (value: string): Cell => ({ value: plainText(value), type: String });
const bold = (value: string): Cell => ({ value: plainText(value), type: String, fontWeight: 'bold' });
const number = (value: number | null, format: string): Cell =>
  value === null ? null : { value, type: Number, format };
const dated = (day: string): Cell => ({ value: new Date(day), type: Date, format: 'yyyy-mm-dd' });

function summarySheet(report: Report, { rows }: ReportSection): SheetData {
  const { words, headline, subtitle, filtered, source } = report;
  const { t, language } = words;
  const head = ['figure', 'current', 'before', 'unit', 'formula'] as const;
  return [
    [{ value: plainText(headline), type: String, fontWeight: 'bold', fontSize: 14 }],
    [text(subtitle)],
    ...(filtered === null ? [] : [[text(filtered)]]),
    [text(source)],
    [],
    head.map((name) => bold(t(`executive.file.${name}`))),
    ...rows.flatMap(({ cells }) =>
      cells.map(({ key, unit, current, before }) => [
        text(t(`kpi.${key}`)),
        number(current, FORMATS[unit]),
        number(before, FORMATS[unit]),
        text(t(`executive.unit.${unit}`)),
        text(kpi(key).formula[language]),
      ]),
    ),
  ];
}

/** A column a figure, the period before beside it. */
function groupSheet({ words }: Report, { id, rows }: ReportSection): SheetData {
  const { t } = words;
  const keys = (rows[0]?.cells ?? []).map(({ key }) => key);
  const unit = (key: KpiKey) => (kpi(key).unit === 'ms' ? ` (${t('executive.unit.ms')})` : '');
  const heads = keys.flatMap((key) => {
    const name = `${t(`kpi.${key}`)}${unit(key)}`;
    return [bold(name), bold(`${name}, ${t('executive.file.before').toLocaleLowerCase()}`)];
  });
  return [
    [bold(id === 'total' ? t('executive.file.name') : t(`executive.${id}`)), ...heads],
    ...rows.map(({ name, cells }) => [
      text(name),
      ...cells.flatMap((cell) => [
        number(cell.current, FORMATS[cell.unit]),
        number(cell.before, FORMATS[cell.unit]),
      ]),
    ]),
  ];
}

function distributionSheet({ distributions, words }: Report): SheetData {
  const { t } = words;
  return distributions.flatMap(({ title, rows }) => [
    [bold(title), bold(t('executive.file.current')), bold(t('executive.file.before'))],
    ...rows.map(([label, current, before]) => [text(label), number(current, COUNT), number(before, COUNT)]),
    [],
  ]);
}

function daySheet({ insight, words }: Report): SheetData {
  const { t } = words;
  return [
    [bold(t('executive.file.day')), bold(t('kpi.opened')), bold(t('kpi.resolved'))],
    ...insight.days.map(({ day, opened, resolved }) => [
      dated(day),
      number(opened, COUNT),
      number(resolved, COUNT),
    ]),
  ];
}
