import { memo, type ReactNode } from 'react';
import type { AskedKey } from '../../shared/text/id.ts';
import { countDoneToday } from '../../shared/ticket/done.ts';
import type { DoneTicket, LiveTicket } from '../../shared/wire/live.ts';
import { useCity, useCityWords } from '../session/city-words.ts';
import { FreshnessMark } from '../session/freshness-mark.tsx';
import { useServerNow } from '../session/use-server-now.ts';
import { loadOf } from '../ticket/counts.ts';
import { useWords } from '../ui/use-words.ts';
import { SoundSwitch } from './sound-switch.tsx';

type Props = {
  tickets: readonly LiveTicket[];
  done: ReadonlyMap<string, DoneTicket>;
  /** Posts above a threshold; null in a city without posts. */
  alarms: number | null;
  known: boolean;
};

/** Which room, what time it is there, how fresh the picture is, and the numbers. */
export const WallHeader = memo(function WallHeader({ tickets, done, alarms, known }: Props) {
  const { roomName, timeZoneLabel, timeZone } = useCity();
  const { times } = useCityWords();
  const now = useServerNow();
  const { open, critical, over } = loadOf(tickets, now);
  return (
    <header className="wall-header">
      <div className="wall-clock" data-testid="clock">
        {times.clock(now)}
      </div>
      <div className="wall-where">
        <span className="wall-room">{roomName}</span>
        <span>
          {timeZoneLabel} · {times.date(now)}
        </span>
        <span className="wall-fresh">
          <FreshnessMark />
          <SoundSwitch />
        </span>
      </div>
      <dl className="wall-counts">
        <Count text="wall.open" value={open} known={known} />
        <Count text="wall.critical" value={critical} known={known} />
        <Count text="wall.breached" value={over} known={known} />
        {alarms !== null && <Count text="wall.sensors-above" value={alarms} known={known} />}
        <Count text="wall.done-today" value={countDoneToday(done.values(), now, timeZone)} known={known} />
      </dl>
    </header>
  );
});

/** Before the first picture there is no number; a zero would be a lie. */
function Count({ text, value, known }: { text: AskedKey; value: number; known: boolean }): ReactNode {
  const { t, language } = useWords();
  return (
    <div className="wall-count" data-testid={text}>
      <dd>{known ? new Intl.NumberFormat(language).format(value) : '–'}</dd>
      <dt>{t(text)}</dt>
    </div>
  );
}
