import { addDays, type CityDay } from '../../shared/kpi/city-day.ts';
import { DIMENSIONS } from '../../shared/kpi/measures.ts';
import { NAMED_PERIODS, type NamedPeriod, type Period, periodOf } from '../../shared/kpi/period.ts';
import { filtersOf, type InsightFilters, type TicketSet } from '../../shared/wire/insight-sets.ts';

/** What the screen is about, as its address says. `name` is null where the days were chosen one by one. */
export type Asked = { name: NamedPeriod | null; period: Period; filters: InsightFilters };

const DAY = /^20\d\d-\d\d-\d\d$/;

/** Reads the address; what it does not say, or says wrongly, is the last 30 days of the whole city. */
export function readAsked(search: URLSearchParams, today: CityDay): Asked {
  const filters = filtersOf(
    Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, search.get(dimension) || undefined])),
  );
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  if (isDay(from) && isDay(to) && from <= to) return { name: null, period: { from, to }, filters };
  const name = NAMED_PERIODS.find((known) => known === search.get('period')) ?? 'month';
  return { name, period: periodOf(name, today), filters };
}

/** A day that there is. */
function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The same with its days named, for the server, for files, and for somebody who reads it on another day. */
export function fixedSearch({ period, filters }: Pick<Asked, 'period' | 'filters'>): string {
  return new URLSearchParams({ ...period, ...filters }).toString();
}

/** The address of the screen: a period that has a name stays alive, chosen days stay where they are. */
export function screenSearch({ name, period, filters }: Asked): string {
  return new URLSearchParams({ ...(name === null ? period : { period: name }), ...filters }).toString();
}

/** Where the tickets behind a figure are listed. */
export function ticketsPath(
  { period, filters }: Pick<Asked, 'period' | 'filters'>,
  set: TicketSet,
  more: InsightFilters & { bucket?: number; age?: number } = {},
): string {
  const entries = Object.entries({ ...period, ...filters, set, ...more }).map(
    ([key, value]): [string, string] => [key, String(value)],
  );
  return `/executive/tickets?${new URLSearchParams(entries)}`;
}
