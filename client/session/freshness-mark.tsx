import type { Freshness } from '../live/freshness.ts';
import type { ConnectionStatus } from '../live/socket.ts';
import { useConnection, useFreshness } from '../live/use-board.ts';
import { useWords } from '../ui/use-words.ts';
import { useCityWords } from './city-words.ts';
import { freshnessText } from './freshness-text.ts';
import './freshness.css';

/** How fresh the picture is, always. */
export function FreshnessMark() {
  return <FreshnessView freshness={useFreshness()} connection={useConnection().state} />;
}

/** A shape, a word and the seconds. */
export function FreshnessView({
  freshness,
  connection,
}: {
  freshness: Freshness;
  connection: ConnectionStatus['state'];
}) {
  const { t, language } = useWords();
  const level = freshness.ageMs === null ? 'connecting' : freshness.level;
  return (
    <span className="fresh" data-level={level} data-connection={connection} data-testid="freshness">
      <svg viewBox="0 0 20 20" width="1em" height="1em" aria-hidden>
        {level === 'live' ? (
          <circle cx="10" cy="10" r="6" fill="currentColor" />
        ) : (
          <path d="M10 1.8 18.8 17.4H1.2z" fill="none" stroke="currentColor" strokeWidth="2.2" />
        )}
      </svg>
      {freshnessText(freshness, { text: t, language })}
    </span>
  );
}

/** A band across the screen once the picture is old: since when, and that it is not the city that is quiet. */
export function OldPictureBand() {
  return <OldPictureBandView freshness={useFreshness()} />;
}

export function OldPictureBandView({ freshness: { level, ageMs, asOf } }: { freshness: Freshness }) {
  const { t, duration } = useWords();
  const { times } = useCityWords();
  if (level !== 'old') return null;
  return (
    <div className="old-band" role="alert">
      {asOf === null || ageMs === null
        ? t('fresh.never')
        : t('fresh.old', { time: times.clock(asOf), age: duration(ageMs) })}
    </div>
  );
}
