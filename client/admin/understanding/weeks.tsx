import type { CSSProperties } from 'react';
import type { WeekAccuracy } from '../../../shared/wire/learning.ts';
import { useWords } from '../../ui/use-words.ts';
import { useShare } from './use-share.ts';

/** Twelve weeks as bars: how high, how right; what stands below is the same in words. */
export function Weeks({ weeks }: { weeks: readonly WeekAccuracy[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="learning-weeks">
      <h2 id="learning-weeks">{t('learning.weeks')}</h2>
      <p className="admin-note">{t('learning.weeks-why')}</p>
      <ol className="understanding-weeks">
        {weeks.map((week) => (
          <Week key={week.week} {...week} />
        ))}
      </ol>
    </section>
  );
}

/** How long a bar is: upright where there is room, lying where there is not; see the style sheet. */
function barOf(share: number): CSSProperties {
  return { '--share': `${Math.max(2, share * 100)}%` } as CSSProperties;
}

function Week({ week, decided, right }: WeekAccuracy) {
  const { t, language } = useWords();
  const told = useShare();
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const share = right / decided;
  return (
    <li title={t('learning.week', { week: day.format(Date.parse(week)) })}>
      <span className="understanding-bar" aria-hidden>
        {decided > 0 && <span style={barOf(share)} />}
      </span>
      <span className="understanding-share">{decided > 0 ? told(share) : '–'}</span>
      <span className="understanding-count">
        {decided > 0 ? t('learning.week-of', { right, decided }) : t('learning.week-none')}
      </span>
      <time dateTime={week}>{day.format(Date.parse(week))}</time>
    </li>
  );
}
