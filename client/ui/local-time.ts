/** Times of day and dates in the city's own zone, whatever the zone of the screen's machine. */
export type LocalTimes = {
  /** `19.42.08`, as the locale writes it. */
  clock(ms: number): string;
  /** `19.42` */
  time(ms: number): string;
  /** `Jumat, 21 November` */
  date(ms: number): string;
  /** `21 Nov, 19.42`; for hovering and lists. */
  moment(ms: number): string;
};

/** `timeZone` is an IANA name; the language decides how times are written. */
export function createLocalTimes(timeZone: string, language: 'id' | 'en'): LocalTimes {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    return (ms: number) => formatter.format(ms);
  };
  return {
    clock: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    date: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    moment: format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  };
}
