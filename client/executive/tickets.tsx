import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { DIMENSIONS } from '../../shared/kpi/measures.ts';
import { tellBucket, tellCount } from '../../shared/kpi/tell.ts';
import type { AskedKey } from '../../shared/text/id.ts';
import { TICKET_SETS } from '../../shared/wire/insight-sets.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useInsightTickets } from '../api/insight.ts';
import { RequestFailed } from '../api/request.ts';
import { useCityWords } from '../session/city-words.ts';
import { tellPlace } from '../ticket/place.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { readAsked, screenSearch } from './asked.ts';
import { useDays, useNames } from './names.ts';

/** The tickets behind a figure, as its address says. */
export function Tickets() {
  const [search] = useSearchParams();
  const words = useWords();
  const { t } = words;
  const query = useInsightTickets(search.toString());
  const asked = readAsked(search, search.get('to') ?? '2026-01-01');
  const tickets = query.data?.pages.flatMap((page) => page.tickets) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <main id="content" className="executive exec-tickets">
      <p>
        <Link className="exec-link" to={`/executive?${screenSearch(asked)}`}>
          ← {t('executive.tickets-back')}
        </Link>
      </p>
      <h1>{t('executive.tickets')}</h1>
      <Asked search={search} />
      {query.isPending ? (
        <Loading />
      ) : query.isError && query.data === undefined ? (
        <Failed
          offline={query.error instanceof RequestFailed && query.error.failure === 'offline'}
          retry={() => void query.refetch()}
        />
      ) : total === 0 ? (
        <Empty title={t('executive.tickets-none')} />
      ) : (
        <>
          <p className="exec-count" role="status">
            {t('executive.tickets-count', { count: tellCount(total, words) })}
          </p>
          <TicketTable tickets={tickets} search={search.toString()} />
          {query.hasNextPage && (
            <Button
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('executive.tickets-more')}
            </Button>
          )}
        </>
      )}
    </main>
  );
}

/** Which figure this is about, in words. */
function Asked({ search }: { search: URLSearchParams }) {
  const words = useWords();
  const { t } = words;
  const { full } = useNames();
  const day = useDays();
  const set = TICKET_SETS.find((known) => known === search.get('set')) ?? 'opened';
  const isNow = set === 'overdue' || set === 'critical_now' || set === 'late_now';
  const [from, to, bucket, age] = ['from', 'to', 'bucket', 'age'].map((name) => search.get(name));
  const parts = [
    t(`executive.set.${set}`),
    !isNow && from && to ? t('executive.days', { from: day(from), to: day(to) }) : null,
    bucket ? tellBucket(Number(bucket), words) : null,
    age ? t(`executive.age.${age}` as AskedKey) : null,
    ...DIMENSIONS.map((dimension) => {
      const code = search.get(dimension);
      return code === null ? null : full[dimension](code);
    }),
  ];
  return <p className="exec-asked">{parts.filter((part) => part !== null).join(' · ')}</p>;
}

function TicketTable({ tickets, search }: { tickets: readonly LiveTicket[]; search: string }) {
  const { t } = useWords();
  const { title, department, times } = useCityWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys.
    <section className="exec-table-frame" tabIndex={0} aria-label={t('executive.tickets')}>
      <table className="exec-table exec-ticket-table">
        <thead>
          <tr>
            <th scope="col">{t('executive.ticket.number')}</th>
            <th scope="col">{t('executive.ticket.what')}</th>
            <th scope="col">{t('detail.status')}</th>
            <th scope="col">{t('executive.department')}</th>
            <th scope="col">{t('executive.ticket.where')}</th>
            <th scope="col">{t('executive.channel')}</th>
            <th scope="col">{t('executive.ticket.opened')}</th>
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => (
            <tr key={ticket.id}>
              <th scope="row">
                <Link className="exec-link" to={`/executive/tickets/${ticket.id}?${search}`}>
                  {ticket.number}
                </Link>
              </th>
              <td>
                <span className="exec-what">
                  <SeverityMark priority={ticket.priority} /> {title(ticket)}
                </span>
              </td>
              <td>
                <StatusWord status={ticket.status} />
              </td>
              <td>{department(ticket.departmentCode).shortName}</td>
              <td>{tellPlace(ticket, t)}</td>
              <td>{t(`channel.${ticket.channel}`)}</td>
              <td>
                <time dateTime={ticket.createdAt}>{times.moment(Date.parse(ticket.createdAt))}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
