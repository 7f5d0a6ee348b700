import type { FloodControl } from '../../shared/wire/room-api.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';

const MINUTE_MS = 60_000;

type Rule = NonNullable<FloodControl['rule']>;

/** What the rule counts, how far that is from its limits, and what it says. */
export function FloodRulePanel({ rule }: { rule: Rule }) {
  const { t } = useWords();
  const { seen } = rule;
  return (
    <div className="room-rule">
      <h3>{t('room.flood.rule')}</h3>
      {seen === null ? (
        <p className="room-none">{t('room.flood.unseen')}</p>
      ) : (
        <>
          <Gauge label={t('room.flood.posts')} seen={seen.posts} limit={rule.posts} />
          <Gauge
            label={t('room.flood.reports', { minutes: rule.withinMin })}
            seen={seen.reports}
            limit={rule.reports}
          />
          <Saying rule={rule} />
        </>
      )}
    </div>
  );
}

function Gauge({ label, seen, limit }: { label: string; seen: number; limit: number }) {
  const { t } = useWords();
  return (
    <p className="room-gauge">
      <span>{label}</span>
      <strong>{t('room.flood.of', { seen, limit })}</strong>
      <span className="room-bar" aria-hidden>
        <span style={{ width: `${100 * Math.min(1, seen / limit)}%` }} />
      </span>
    </p>
  );
}

function Saying({ rule: { onSince, calmSince, calmMin } }: { rule: Rule }) {
  const { t } = useWords();
  const { times } = useCityWords();
  if (onSince === null) return <p className="room-none">{t('room.flood.rule-off')}</p>;
  if (calmSince === null) return <p className="room-none">{t('room.flood.rule-on', { minutes: calmMin })}</p>;
  const calmAt = Date.parse(calmSince);
  const since = times.time(calmAt);
  const end = times.time(calmAt + calmMin * MINUTE_MS);
  return <p className="room-none">{t('room.flood.rule-calm', { since, end })}</p>;
}
