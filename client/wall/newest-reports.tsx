import { memo, useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { byNewest } from '../ticket/order.ts';
import { placeName } from '../ticket/place.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { firstBy } from './first-by.ts';
import { useFitting } from './use-fitting.ts';

const AT_MOST = 24;

/** What came in last, with the way it came. */
export const NewestReports = memo(function NewestReports({
  tickets,
  known,
}: {
  tickets: readonly LiveTicket[];
  known: boolean;
}) {
  const { t } = useWords();
  const { title, times } = useCityWords();
  const newest = useMemo(() => firstBy(tickets, byNewest, AT_MOST), [tickets]);
  const [list] = useFitting<HTMLOListElement>(newest);
  return (
    <section className="wall-panel wall-newest" aria-labelledby="newest">
      <h2 id="newest">{t('wall.newest')}</h2>
      {known && newest.length === 0 && <p className="wall-none">{t('wall.none-yet')}</p>}
      <ol ref={list}>
        {newest.map((ticket) => (
          <li key={ticket.id}>
            <span className="wall-newest-channel">{t(`channel.${ticket.channel}`)}</span>
            <SeverityMark priority={ticket.priority} />
            <span className="wall-newest-what">
              {[title(ticket), placeName(ticket.location)].filter(Boolean).join(' · ')}
            </span>
            <time dateTime={ticket.createdAt}>{times.time(Date.parse(ticket.createdAt))}</time>
          </li>
        ))}
      </ol>
    </section>
  );
});
