import { formatLevel } from '../../shared/ticket/title.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import type { Reading } from './sensor-readings.ts';
import { useFitting } from './use-fitting.ts';

/** The measuring posts, nearest to their limit first. A city without posts has no such panel. */
export function WaterLevels({ readings }: { readings: readonly Reading[] }) {
  const { t } = useWords();
  const [list] = useFitting<HTMLOListElement>(readings);
  if (readings.length === 0) return null;
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

function Level({ post, level, severity, fill }: Reading) {
  const { t, language } = useWords();
  const format = (value: number) => formatLevel({ value, unit: post.unit }, language);
  return (
    <li title={t('wall.level-limit', { level: format(post.raiseAt) })}>
      <span className="wall-level-name">{post.name}</span>
      {severity ? <SeverityMark priority={severity} /> : <span />}
      <strong data-severity={severity}>{level ? format(level.value) : '–'}</strong>
      <LevelBar post={post} fill={fill} />
    </li>
  );
}

/** How full on the way to the critical level, with a tick where the warning begins. */
export function LevelBar({ post, fill }: Pick<Reading, 'post' | 'fill'>) {
  return (
    <span className="wall-bar wall-gauge" aria-hidden>
      <span style={{ width: `${100 * Math.min(1, fill)}%` }} />
      <i style={{ left: `${(100 * post.raiseAt) / post.criticalAt}%` }} />
    </span>
  );
}
