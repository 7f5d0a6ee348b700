import { Button } from '@mantine/core';
import { IconArrowLeft, IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Command, isPossible } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { RequestFailed } from '../api/request.ts';
import { useTicketDetail } from '../api/tickets.ts';
import { useCityWords } from '../session/city-words.ts';
import { useCan } from '../session/session.ts';
import { Photos } from '../ticket/photos.tsx';
import { placeName } from '../ticket/place.ts';
import { TicketHistory } from '../ticket/ticket-history.tsx';
import { TicketReports } from '../ticket/ticket-reports.tsx';
import { TimeLeft } from '../ticket/time-left.tsx';
import { useGiveCommand } from '../ticket/use-give-command.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Failed, Loading, StateMessage } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { ResolveForm } from './resolve-form.tsx';
import { ReturnForm } from './return-form.tsx';

/** One ticket in the hand of who goes there. */
export function ResponderTicket({ id, now }: { id: string; now: number }) {
  const { t } = useWords();
  const detail = useTicketDetail(id);
  const failure = detail.error instanceof RequestFailed ? detail.error.failure : null;
  return (
    <>
      <Link className="responder-back" to="/responder">
        <IconArrowLeft size={20} aria-hidden />
        {t('action.back')}
      </Link>
      {detail.isPending && <Loading />}
      {detail.isError &&
        (failure === 'forbidden' || failure === 'not-found' ? (
          <StateMessage title={t('responder.gone')} />
        ) : (
          !detail.data && <Failed offline={failure === 'offline'} retry={() => void detail.refetch()} />
        ))}
      {detail.data && failure !== 'forbidden' && <Ticket ticket={detail.data} now={now} />}
    </>
  );
}

function Ticket({ ticket, now }: { ticket: TicketDetail; now: number }) {
  const { title, times } = useCityWords();
  return (
    <article className="responder-ticket" data-ticket={ticket.number} data-status={ticket.status}>
      <p className="responder-row-meta">
        {ticket.number} · {times.moment(Date.parse(ticket.createdAt))}
      </p>
      <h2 className="responder-title">
        <SeverityMark priority={ticket.priority} />
        {title(ticket)}
      </h2>
      <p className="responder-state">
        <StatusWord status={ticket.status} />
        <TimeLeft ticket={ticket} now={now} />
      </p>
      <Place ticket={ticket} />
      <Actions ticket={ticket} />
      <Photos photos={ticket.photos} />
      <TicketReports reports={ticket.reports} />
      <TicketHistory history={ticket.history} />
    </article>
  );
}

/** The place in words, and a way into the phone's own map. */
function Place({ ticket }: { ticket: TicketDetail }) {
  const { t } = useWords();
  const { location } = ticket;
  if (location === null) return <p>{t('ticket.no-place')}</p>;
  const point = `${location.lat.toFixed(6)},${location.lng.toFixed(6)}`;
  return (
    <p className="responder-place">
      <span>{placeName(location) || t('ticket.outside')}</span>
      <a href={`geo:${point}?q=${point}`}>
        <IconMapPin size={20} stroke={1.6} aria-hidden />
        {t('responder.open-map')}
      </a>
    </p>
  );
}

function Actions({ ticket }: { ticket: TicketDetail }) {
  const { t } = useWords();
  const may = useCan();
  const { give, busy } = useGiveCommand(ticket);
  const [form, setForm] = useState<'resolve' | 'return' | null>(null);
  const offers = (command: Command) => isPossible(ticket.status, command) && may(`ticket.${command}`, ticket);
  const close = () => setForm(null);
  if (form === 'resolve' && offers('resolve'))
    return <ResolveForm ticket={ticket} give={give} busy={busy} close={close} />;
  if (form === 'return' && offers('return')) return <ReturnForm give={give} busy={busy} close={close} />;
  return (
    <div className="responder-actions">
      {offers('acknowledge') && (
        <Button size="lg" loading={busy} onClick={() => void give('acknowledge', {})}>
          {t('command.acknowledge')}
        </Button>
      )}
      {offers('start') && (
        <Button
          size="lg"
          variant={ticket.status === 'acknowledged' ? 'filled' : 'default'}
          loading={busy}
          onClick={() => void give('start', {})}
        >
          {t('command.start')}
        </Button>
      )}
      {offers('resolve') && (
        <Button
          size="lg"
          variant={ticket.status === 'in_progress' ? 'filled' : 'default'}
          onClick={() => setForm('resolve')}
        >
          {t('command.resolve')}
        </Button>
      )}
      {offers('return') && (
        <Button size="lg" variant="default" onClick={() => setForm('return')}>
          {t('command.return')}
        </Button>
      )}
    </div>
  );
}
