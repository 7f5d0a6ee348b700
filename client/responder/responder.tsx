import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { useSession } from '../session/session.ts';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { byTimeLeft } from '../ticket/order.ts';
import { placeName } from '../ticket/place.ts';
import { TimeLeft } from '../ticket/time-left.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { ResponderTicket } from './responder-ticket.tsx';

/** A department's open tickets, or the one that was chosen. */
export function Responder() {
  const { t } = useWords();
  const { ticketId } = useParams();
  const { departmentCode } = useSession();
  const { department } = useCityWords();
  const now = useServerNow();
  return (
    <main id="content" className="responder">
      <h1 className={ticketId && 'visually-hidden'}>
        {t('responder.title', { department: department(departmentCode ?? '').shortName })}
      </h1>
      {ticketId ? <ResponderTicket key={ticketId} id={ticketId} now={now} /> : <TicketList now={now} />}
    </main>
  );
}

function TicketList({ now }: { now: number }) {
  const { t } = useWords();
  const { tickets, seq } = useSampledBoard();
  const sorted = useMemo(() => [...tickets.values()].sort(byTimeLeft), [tickets]);
  const waiting = sorted.filter((ticket) => ticket.status === 'routed');
  const working = sorted.filter(
    (ticket) => ticket.status === 'acknowledged' || ticket.status === 'in_progress',
  );
  return (
    <>
      {seq === null && <Loading />}
      {seq !== null && waiting.length + working.length === 0 && (
        <Empty title={t('responder.empty')} why={t('responder.empty-why')} />
      )}
      <Section title={t('responder.section.waiting')} tickets={waiting} now={now} />
      <Section title={t('responder.section.working')} tickets={working} now={now} />
    </>
  );
}

function Section({ title, tickets, now }: { title: string; tickets: readonly LiveTicket[]; now: number }) {
  if (tickets.length === 0) return null;
  return (
    <section className="responder-section" aria-label={title}>
      <h2>
        {title} <span>{tickets.length}</span>
      </h2>
      <ol>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Row ticket={ticket} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Row({ ticket, now }: { ticket: LiveTicket; now: number }) {
  const { t } = useWords();
  const { title } = useCityWords();
  return (
    <Link className="responder-row" to={`/responder/${ticket.id}`} data-ticket={ticket.number}>
      <SeverityMark priority={ticket.priority} />
      <span className="responder-row-what">
        <strong>{title(ticket)}</strong>
        <span>{placeName(ticket.location) ?? t('ticket.no-place')}</span>
        <span className="responder-row-meta">
          <span>{ticket.number}</span>
          <StatusWord status={ticket.status} />
        </span>
      </span>
      <TimeLeft ticket={ticket} now={now} />
    </Link>
  );
}
