import { useMemo } from 'react';
import type { Priority } from '../../shared/ticket/ticket.ts';
import { formatLevel } from '../../shared/ticket/title.ts';
import type { CityView, SensorLevel } from '../../shared/wire/api.ts';
import { useSensorLevels } from '../api/account.ts';
import { useCity } from '../session/city-words.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { useFitting } from './use-fitting.ts';

type Post = CityView['sensors'][number];
type Reading = { post: Post; level: SensorLevel | undefined };

/** The measuring posts, nearest to their limit first. A city without posts has no such panel. */
export function WaterLevels() {
  const { t } = useWords();
  const { sensors } = useCity();
  const { data } = useSensorLevels();
  const readings = useMemo(
    () =>
      sensors.map((post): Reading => ({ post, level: data?.get(post.id) })).sort((a, b) => fill(b) - fill(a)),
    [sensors, data],
  );
  const [list] = useFitting<HTMLOListElement>(readings);
  if (sensors.length === 0) return null;
  return (
    <section className="wall-panel wall-levels" aria-labelledby="levels">
      <h2 id="levels">{t('wall.levels')}</h2>
      <ol ref={list}>
        {readings.map((reading) => (
          <Level key={reading.post.id} {...reading} />
        ))}
      </ol>
    </section>
  );
}

function Level({ post, level }: Reading) {
  const { t, language } = useWords();
  const format = (value: number) => formatLevel({ value, unit: post.unit }, language);
  const severity = level && severityOf(post, level.value);
  return (
    <li title={t('wall.level-limit', { level: format(post.raiseAt) })}>
      <span className="wall-level-name">{post.name}</span>
      {severity ? <SeverityMark priority={severity} /> : <span />}
      <strong data-severity={severity}>{level ? format(level.value) : '–'}</strong>
      <span className="wall-bar wall-gauge" aria-hidden>
        <span style={{ width: `${100 * Math.min(1, fill({ post, level }))}%` }} />
        <i style={{ left: `${(100 * post.raiseAt) / post.criticalAt}%` }} />
      </span>
    </li>
  );
}

/** How full, with the critical level as 1. */
function fill({ post, level }: Reading): number {
  return level === undefined ? 0 : Math.max(0, level.value / post.criticalAt);
}

function severityOf(post: Post, value: number): Priority | undefined {
  if (value >= post.criticalAt) return 'critical';
  return value >= post.raiseAt ? 'high' : undefined;
}
