import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { createDayOf } from '../../shared/kpi/city-day.ts';
import { useLive } from '../live/use-board.ts';
import { useCity } from '../session/city-words.ts';
import { type Asked, readAsked, screenSearch } from './asked.ts';

const LOOK_MS = 20_000;

/** What the screen is about, kept in its address, and how to be about something else. */
export function useAsked(): { asked: Asked; today: string; ask(asked: Asked): void } {
  const [search, setSearch] = useSearchParams();
  const today = useToday();
  const asked = useMemo(() => readAsked(search, today), [search, today]);
  return { asked, today, ask: (next) => setSearch(screenSearch(next), { replace: true }) };
}

/** The city's day, by the server's clock; a screen that is left open goes on to the next. */
function useToday(): string {
  const { timeZone } = useCity();
  const { freshness } = useLive();
  const dayOf = useMemo(() => createDayOf(timeZone), [timeZone]);
  const [today, setToday] = useState(() => dayOf(freshness.serverNow()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayOf(freshness.serverNow())), LOOK_MS);
    return () => clearInterval(timer);
  }, [dayOf, freshness]);
  return today;
}
