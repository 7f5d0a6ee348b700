import type { CityPack } from '../../shared/city/city-pack.ts';
import { type Figures, KPI_KEYS, type KpiKey, kpi, type Unit } from '../../shared/kpi/kpis.ts';
import { AGE_DAYS, DIMENSIONS, type Dimension, NO_PLACE } from '../../shared/kpi/measures.ts';
import { tellBucket, tellHeadline } from '../../shared/kpi/tell.ts';
import type { AskedKey } from '../../shared/text/id.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { type Words, wordsOf } from './words.ts';

/** One figure of a file, in the unit that a reader of tables works with: hours instead of milliseconds. */
export type ReportCell = { key: KpiKey; unit: Unit; current: number | null; before: number | null };
export type ReportRow = { code: string; name: string; cells: ReportCell[] };
export type ReportSection = { id: 'total' | Dimension; title: string; rows: ReportRow[] };

/** What all files are made of: the answer that the screen got, with names instead of codes. */
export type Report = {
  insight: InsightAnswer;
  words: Words;
  room: string;
  city: string;
  headline: string;
  subtitle: string;
  /** What is left out by filters; null for the whole city. */
  filtered: string | null;
  source: string;
  sections: ReportSection[];
  /** Lengths of time by bucket, and open tickets by age, in the period and before. */
  distributions: { title: string; rows: [label: string, current: number, before: number][] }[];
  nameOf(dimension: Dimension, code: string): string;
  day(day: string): string;
};

const HOUR_MS = 60 * 60_000;

/** Makes the report of an answer, in a language. */
export function reportOf(insight: InsightAnswer, pack: CityPack, language: 'id' | 'en'): Report {
  const words = wordsOf(language);
  const nameOf = namesOf(pack, words);
  const day = dayFormat(language);
  const filters = DIMENSIONS.flatMap((dimension) => {
    const code = insight.filters[dimension];
    return code === undefined ? [] : [`${words.t(`executive.${dimension}`)} ${nameOf(dimension, code)}`];
  });
  const { period, previous } = insight;
  return {
    insight,
    words,
    room: pack.roomName,
    city: pack.name,
    headline: tellHeadline(insight.current, insight.before, words),
    subtitle: words.t('executive.file.subtitle', {
      ...{ from: day(period.from), to: day(period.to) },
      ...{ before: day(previous.from), until: day(previous.to) },
    }),
    filtered:
      filters.length === 0 ? null : words.t('executive.file.filtered', { filters: filters.join(', ') }),
    source: words.t('executive.file.source', {
      ...{ room: pack.roomName, seq: insight.seq, zone: pack.timeZoneLabel },
      at: momentFormat(language, pack.timeZone)(Date.parse(insight.at)),
    }),
    sections: sectionsOf(insight, words, nameOf),
    distributions: distributionsOf(insight, words),
    nameOf,
    day,
  };
}

function sectionsOf(insight: InsightAnswer, words: Words, nameOf: Report['nameOf']): ReportSection[] {
  const total = { code: '*', name: words.t('executive.file.total') };
  return [
    {
      id: 'total',
      title: words.t('executive.file.summary'),
      rows: [{ ...total, cells: cellsOf(insight.current, insight.before) }],
    },
    ...DIMENSIONS.map((dimension) => ({
      id: dimension,
      title: words.t(`executive.by.${dimension}`),
      rows: insight.groups[dimension].map(({ code, current, previous }) => ({
        code,
        name: nameOf(dimension, code),
        cells: cellsOf(current, previous),
      })),
    })),
  ];
}

function cellsOf(current: Figures, before: Figures): ReportCell[] {
  return KPI_KEYS.map((key) => {
    const { unit } = kpi(key);
    const measured = (value: number | null) => (value !== null && unit === 'ms' ? hours(value) : value);
    return { key, unit, current: measured(current[key]), before: measured(before[key]) };
  });
}

/** To the second, which is more than the buckets know. */
function hours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 3600) / 3600;
}

function distributionsOf({ histograms, backlog }: InsightAnswer, words: Words): Report['distributions'] {
  const lengths = (name: 'answer' | 'solve') => ({
    title: words.t(`executive.${name}-distribution`),
    rows: histograms.current[name].map((count, bucket): [string, number, number] => [
      tellBucket(bucket, words),
      count,
      histograms.before[name][bucket] ?? 0,
    ]),
  });
  const ages = {
    title: words.t('executive.backlog-at'),
    rows: AGE_DAYS.map((_, n): [string, number, number] => [
      words.t(`executive.age.${n}` as AskedKey),
      backlog.current[n] ?? 0,
      backlog.before[n] ?? 0,
    ]),
  };
  return [lengths('answer'), lengths('solve'), ages];
}

/** What codes are called in the report's language; an unknown one stays as it is. */
function namesOf(pack: CityPack, { t, language }: Words): Report['nameOf'] {
  const departments = new Map(pack.departments.map(({ code, shortName }) => [code, shortName]));
  const categories = new Map(pack.categories.map(({ code, name }) => [code, name[language]]));
  return (dimension, code) => {
    if (dimension === 'department') return departments.get(code) ?? code;
    if (dimension === 'category') return categories.get(code) ?? code;
    if (dimension === 'kecamatan') return code === NO_PLACE ? t('executive.unknown-place') : code;
    return t(`channel.${code}` as AskedKey).replace(/^channel\./, '');
  };
}

function dayFormat(language: 'id' | 'en'): (day: string) => string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', options);
  return (day) => format.format(Date.parse(day));
}

function momentFormat(language: 'id' | 'en', timeZone: string): (ms: number) => string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', options);
  return (ms) => format.format(ms);
}
