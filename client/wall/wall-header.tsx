import type { AskedKey } from '../../shared/text/id.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCity, useCityWords } from '../session/city-words.ts';
import { FreshnessMark } from '../session/freshness-mark.tsx';
import { loadOf } from '../ticket/counts.ts';
import { chooseLanguage } from '../ui/i18n.ts';
import { useWords } from '../ui/use-words.ts';

type Props = { tickets: readonly LiveTicket[]; doneCount: number; now: number; known: boolean };

/** Which room, what time it is there, how fresh the picture is, and the four numbers. */
export function WallHeader({ tickets, doneCount, now, known }: Props) {
  const { roomName, timeZoneLabel } = useCity();
  const { times } = useCityWords();
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
          <OtherLanguage />
        </span>
      </div>
      <dl className="wall-counts">
        <Count text="wall.open" value={open} known={known} />
        <Count text="wall.critical" value={critical} known={known} />
        <Count text="wall.breached" value={over} known={known} />
        <Count text="wall.done-today" value={doneCount} known={known} />
      </dl>
    </header>
  );
}

/** Before the first picture there is no number; a zero would be a lie. */
function Count({ text, value, known }: { text: AskedKey; value: number; known: boolean }) {
  const { t, language } = useWords();
  return (
    <div className="wall-count" data-testid={text}>
      <dd>{known ? new Intl.NumberFormat(language).format(value) : '–'}</dd>
      <dt>{t(text)}</dt>
    </div>
  );
}

function OtherLanguage() {
  const { t, language } = useWords();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <button
      type="button"
      className="wall-language"
      lang={other}
      aria-label={`${other.toUpperCase()}: ${t('language.switch')}`}
      onClick={() => void chooseLanguage(other)}
    >
      {other.toUpperCase()}
    </button>
  );
}
