import { useConnection, useFreshness } from '../live/use-board.ts';
import { useWords } from '../ui/use-words.ts';
import { useCityWords } from './city-words.ts';
import { freshnessText } from './freshness-text.ts';
import './freshness.css';

/** How fresh the picture is, always: a shape, a word and the seconds. */
export function FreshnessMark() {
  const { t, language } = useWords();
  const freshness = useFreshness();
  const { state } = useConnection();
  const level = freshness.ageMs === null ? 'connecting' : freshness.level;
  return (
    <span className="fresh" data-level={level} data-connection={state} data-testid="freshness">
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
  const { t, duration } = useWords();
  const { times } = useCityWords();
  const { level, ageMs, asOf } = useFreshness();
  if (level !== 'old') return null;
  return (
    <div className="old-band" role="alert">
      {asOf === null || ageMs === null
        ? t('fresh.never')
        : t('fresh.old', { time: times.clock(asOf), age: duration(ageMs) })}
    </div>
  );
}
