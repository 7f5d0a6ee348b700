import type { AskedKey, Values } from '../text/id.ts';
import { BUCKET_EDGES_MS } from './buckets.ts';
import { type Figures, type KpiKey, kpi } from './kpis.ts';

/** What a sentence needs: the language, and its words by key. */
export type Teller = { language: 'id' | 'en'; t(key: AskedKey, values?: Values): string };

const UNITS = [
  ['unit.day', 24 * 60 * 60_000],
  ['unit.hour', 60 * 60_000],
  ['unit.minute', 60_000],
] as const;

/** A length of time in its two largest units, rounded to the smaller: `2 j 14 m`. */
export function tellLength(ms: number, { t }: Teller): string {
  const at = Math.max(
    0,
    UNITS.findIndex(([, length]) => ms >= length),
  );
  const [large, largeMs] = ms < 60_000 ? UNITS[2] : (UNITS[at] ?? UNITS[2]);
  const small = UNITS[at + 1];
  if (ms < 60_000 || small === undefined) return `${Math.max(1, Math.round(ms / largeMs))} ${t(large)}`;
  const [smallKey, smallMs] = small;
  const whole = Math.round(ms / smallMs);
  const rest = whole % Math.round(largeMs / smallMs);
  const first = `${Math.floor((whole * smallMs) / largeMs)} ${t(large)}`;
  return rest === 0 ? first : `${first} ${rest} ${t(smallKey)}`;
}

/** A whole number as the language writes it. */
export function tellCount(value: number, { language }: Teller): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A figure in words and digits, the same on screens and in files: `1.204`, `92 %`, `2 j 14 m`; a dash for none. */
export function tellFigure(key: KpiKey, value: number | null, teller: Teller): string {
  if (value === null) return '–';
  const { unit } = kpi(key);
  if (unit === 'ms') return tellLength(value, teller);
  if (unit === 'tickets') return tellCount(value, teller);
  return `${percent(value)}${teller.language === 'id' ? ' ' : ''}%`;
}

/** Not all and not none stay so when rounded. */
function percent(share: number): number {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return 99;
  return rounded === 0 && share > 0 ? 1 : rounded;
}

/** How a figure has moved against the period before: which way, whether that is good, and the words for it. */
export type Change = { direction: 'up' | 'down' | 'same' | 'none'; isGood: boolean | null; text: string };

/** `naik 3 poin`, `turun 12`, `lebih cepat 2 j`. Compares what is shown, not what was rounded away. */
export function tellChange(key: KpiKey, now: number | null, before: number | null, teller: Teller): Change {
  const { t } = teller;
  if (now === null || before === null)
    return { direction: 'none', isGood: null, text: t('executive.change.none') };
  const { unit, better } = kpi(key);
  const by = unit === 'share' ? percent(now) - percent(before) : now - before;
  if (by === 0 || tellFigure(key, now, teller) === tellFigure(key, before, teller))
    return { direction: 'same', isGood: null, text: t('executive.change.same') };
  const direction = by > 0 ? 'up' : 'down';
  const isGood = better === null ? null : (better === 'more') === by > 0;
  return { direction, isGood, text: t(wordOf(unit, direction), { by: sizeOf(unit, Math.abs(by), teller) }) };
}

function wordOf(unit: 'tickets' | 'share' | 'ms', direction: 'up' | 'down'): AskedKey {
  if (unit !== 'ms') return `executive.change.${direction}`;
  return direction === 'up' ? 'executive.change.slower' : 'executive.change.faster';
}

function sizeOf(unit: 'tickets' | 'share' | 'ms', by: number, teller: Teller): string {
  if (unit === 'ms') return tellLength(by, teller);
  if (unit === 'share') return teller.t(by === 1 ? 'executive.point' : 'executive.points', { count: by });
  return tellCount(by, teller);
}

/** The one sentence on top: whether the promise was kept, against the period before. */
export function tellHeadline(current: Figures, before: Figures, teller: Teller): string {
  if (current.onTime === null) return teller.t('executive.headline-none');
  const share = tellFigure('onTime', current.onTime, teller);
  if (before.onTime === null) return teller.t('executive.headline-first', { share });
  const change = tellChange('onTime', current.onTime, before.onTime, teller).text;
  return teller.t('executive.headline', { share, change });
}

/** What a bucket holds: `≤ 3 j`, the last one `> 28 hr`. */
export function tellBucket(bucket: number, teller: Teller): string {
  const end = BUCKET_EDGES_MS[bucket];
  if (end !== undefined) return teller.t('executive.up-to', { time: tellLength(end, teller) });
  return teller.t('executive.more-than', { time: tellLength(BUCKET_EDGES_MS.at(-1) ?? 0, teller) });
}
