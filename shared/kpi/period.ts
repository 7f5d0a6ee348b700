import { addDays, type CityDay, daysBetween } from './city-day.ts';

/** Days from `from` to `to`, both of them included. */
export type Period = { from: CityDay; to: CityDay };

/** Periods that have a name; any other is `custom`. */
export const NAMED_PERIODS = ['today', 'week', 'month', 'this-month'] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];

/** The days of a named period, up to today. */
export function periodOf(name: NamedPeriod, today: CityDay): Period {
  if (name === 'today') return { from: today, to: today };
  if (name === 'week') return { from: addDays(today, -6), to: today };
  if (name === 'this-month') return { from: `${today.slice(0, 8)}01`, to: today };
  return { from: addDays(today, -29), to: today };
}

/** The name of a period, if it has one. A month's first day is today, a month that is 30 days old is `month`. */
export function nameOfPeriod(period: Period, today: CityDay): NamedPeriod | null {
  const isSame = (name: NamedPeriod) => {
    const { from, to } = periodOf(name, today);
    return from === period.from && to === period.to;
  };
  return NAMED_PERIODS.find(isSame) ?? null;
}

/** As many days, directly before. */
export function periodBefore({ from, to }: Period): Period {
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}
