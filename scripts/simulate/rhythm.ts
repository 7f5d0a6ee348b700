/** How busy each hour of the day is beside the average hour (which is 1), from midnight on. */
const HOUR_WEIGHTS = [
  0.35, 0.25, 0.2, 0.2, 0.3, 0.5, 0.9, 1.4, 1.7, 1.8, 1.7, 1.5, 1.3, 1.3, 1.3, 1.3, 1.3, 1.2, 1.2, 1.3, 1.3,
  1, 0.7, 0.5,
] as const;

const NIGHT = [18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5];
const RUSH = [6, 7, 8, 16, 17, 18, 19];
const OFFICE = [8, 9, 10, 11, 12, 13, 14, 15];

/** Kinds of trouble that have their hours; the others come at any. */
const HOURS_OF: Record<string, readonly number[]> = {
  'street-light': NIGHT,
  noise: NIGHT,
  crime: NIGHT,
  parking: RUSH,
  'traffic-light': RUSH,
  accident: RUSH,
  'public-transport': RUSH,
  waste: [5, 6, 7, 8, 9, 10],
  'identity-card': OFFICE,
  'civil-record': OFFICE,
  permit: OFFICE,
  tax: OFFICE,
};

/** How busy an hour (0 to 23) is beside the average hour. */
export function hourWeight(hour: number): number {
  return HOUR_WEIGHTS[hour] ?? 1;
}

/** How much likelier a category is at this hour than on average. */
export function categoryWeight(categoryCode: string, hour: number): number {
  const hours = HOURS_OF[categoryCode];
  if (hours === undefined) return 1;
  return hours.includes(hour) ? 2.5 : 0.25;
}

/** The hour of the day in a time zone, 0 to 23; `at` in ms since the epoch. */
export function hourIn(timeZone: string, at: number): number {
  const text = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at);
  return Number.parseInt(text, 10);
}
