import { Link, useParams, useSearchParams } from 'react-router';
import type { HistoryEntry, TicketDetail } from '../../shared/wire/api.ts';
import { RequestFailed } from '../api/request.ts';
import { useTicketDetail } from '../api/tickets.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { tellPlace } from '../ticket/place.ts';
import { TicketHistory } from '../ticket/ticket-history.tsx';
import { TimeLeft } from '../ticket/time-left.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Failed, Loading, StateMessage } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';

/** One ticket to read: what it is, whose, and what happened. Nobody's words or name, whoever looks. */
export function TicketView() {
  const { ticketId = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useWords();
  const detail = useTicketDetail(ticketId);
  const failure = detail.error instanceof RequestFailed ? detail.error.failure : null;
  return (
    <main id="content" className="executive exec-tickets">
      <p>
        <Link className="exec-link" to={`/executive/tickets?${search}`}>
          ← {t('executive.tickets-back-list')}
        </Link>
      </p>
      {detail.data ? (
        <Ticket ticket={detail.data} />
      ) : detail.isPending ? (
        <Loading />
      ) : failure === 'not-found' || failure === 'invalid' ? (
        <StateMessage title={t('state.not-found')} />
      ) : (
        <Failed offline={failure === 'offline'} retry={() => void detail.refetch()} />
      )}
    </main>
  );
}

function Ticket({ ticket }: { ticket: TicketDetail }) {
  const { t } = useWords();
  const { title, department, times } = useCityWords();
  const now = useServerNow();
  const facts = [
    [t('detail.status'), <StatusWord key="status" status={ticket.status} />],
    [t('executive.department'), department(ticket.departmentCode).name],
    [t('detail.place'), tellPlace(ticket, t)],
    [t('executive.channel'), t(`channel.${ticket.channel}`)],
    [t('executive.ticket.opened'), times.moment(Date.parse(ticket.createdAt))],
  ] as const;
  return (
    <article>
      <p className="exec-asked">
        {ticket.number} · {t('ticket.reports', { count: ticket.reportCount })}{' '}
        <TimeLeft ticket={ticket} now={now} />
      </p>
      <h1 className="exec-what">
        <SeverityMark priority={ticket.priority} /> {title(ticket)}
      </h1>
      <dl className="exec-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TicketHistory history={ticket.history.map(withoutWords)} />
    </article>
  );
}

/** The server leaves them out for executives; those who may read them elsewhere need not read them here. */
function withoutWords(entry: HistoryEntry): HistoryEntry {
  const { reason: _reason, note: _note, because: _because, ...details } = entry.details;
  return { ...entry, details };
}
