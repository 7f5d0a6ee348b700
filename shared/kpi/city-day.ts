const DAY_MS = 24 * 60 * 60_000;

/** Days of a city as `YYYY-MM-DD`. */
export type CityDay = string;

/** Says on which day of the city a moment lies (ISO 8601 or ms since the epoch). */
export function createDayOf(timeZone: string): (moment: string | number) => CityDay {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (moment) => format.format(typeof moment === 'number' ? moment : Date.parse(moment));
}

/** The day so many days later. */
export function addDays(day: CityDay, days: number): CityDay {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days `to` is after `from`; 0 for the same day. */
export function daysBetween(from: CityDay, to: CityDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
