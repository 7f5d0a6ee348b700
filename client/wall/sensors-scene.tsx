import { formatLevel } from '../../shared/ticket/title.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { HISTORY_MS, type LevelHistory, type Sample } from './level-history.ts';
import { READING_OLD_MS, type Reading } from './sensor-readings.ts';
import { useFitting } from './use-fitting.ts';
import { LevelBar } from './water-levels.tsx';

type Props = { readings: readonly Reading[]; history: LevelHistory };

/** Every measuring post, large: what it says, how near that is to its limits, how it went, how old it is. */
export function SensorsScene({ readings, history }: Props) {
  const { t } = useWords();
  const now = useServerNow();
  const [list] = useFitting<HTMLOListElement>(readings);
  return (
    <section className="wall-panel wall-posts" aria-labelledby="posts">
      <h2 id="posts">{t('wall.levels')}</h2>
      <ol ref={list}>
        {readings.map((reading) => (
          <PostCard
            key={reading.post.id}
            reading={reading}
            samples={history.get(reading.post.id) ?? []}
            now={now}
          />
        ))}
      </ol>
    </section>
  );
}

function PostCard({ reading, samples, now }: { reading: Reading; samples: readonly Sample[]; now: number }) {
  const { t, language, duration } = useWords();
  const { post, level, severity, fill } = reading;
  const format = (value: number) => formatLevel({ value, unit: post.unit }, language);
  const ageMs = level === undefined ? null : Math.max(0, now - Date.parse(level.at));
  const old = ageMs !== null && ageMs > READING_OLD_MS;
  return (
    <li className="wall-post" data-severity={severity}>
      <span className="wall-post-name">{post.name}</span>
      <span className="wall-post-state">
        {severity && <SeverityMark priority={severity} />}
        {level &&
          t(severity ? `wall.level.${severity === 'critical' ? 'critical' : 'high'}` : 'wall.level.calm')}
      </span>
      <strong>{level ? format(level.value) : '–'}</strong>
      <Trend samples={samples} top={post.criticalAt} />
      <LevelBar post={post} fill={fill} />
      <span className="wall-post-remark" data-old={old}>
        {ageMs !== null && !old
          ? t('wall.level-limits', { raise: format(post.raiseAt), critical: format(post.criticalAt) })
          : ageMs === null
            ? t('wall.level.none')
            : t('wall.level.age', { age: duration(ageMs) })}
      </span>
    </li>
  );
}

const WIDE = 100;
const HIGH = 24;

/** The last hour as far as this screen has seen it; the right edge is the newest reading. */
function Trend({ samples, top }: { samples: readonly Sample[]; top: number }) {
  const last = samples.at(-1);
  if (last === undefined || samples.length < 2) return <span className="wall-post-trend" />;
  const points = samples.map(({ at, value }) => {
    const x = WIDE - ((last.at - at) / HISTORY_MS) * WIDE;
    return `${x.toFixed(1)},${(HIGH - Math.min(1, Math.max(0, value / top)) * HIGH).toFixed(1)}`;
  });
  return (
    <svg className="wall-post-trend" viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
