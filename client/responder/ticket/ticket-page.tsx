import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { TicketDetail } from '../../../shared/wire/api.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { RequestFailed } from '../../api/request.ts';
import { useTicketDetail } from '../../api/tickets.ts';
import { useLook, useOthersAt } from '../../live/use-presence.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useSession } from '../../session/session.ts';
import { TicketHistory } from '../../ticket/ticket-history.tsx';
import { TimeLeft } from '../../ticket/time-left.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { Failed, Loading, StateMessage } from '../../ui/states.tsx';
import { StatusWord } from '../../ui/status-mark.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useOwnTickets } from '../kept/use-own-tickets.ts';
import { holderText } from '../list/holder-text.ts';
import { holderOf } from '../list/sections.ts';
import { useHolders } from '../list/use-holders.ts';
import { useOutbox } from '../outbox/outbox-provider.tsx';
import { projectTicket } from '../outbox/project.ts';
import { WorkPhotos } from '../photo/work-photos.tsx';
import { Actions } from './actions.tsx';
import { PhoneReports } from './phone-reports.tsx';
import { Place } from './place.tsx';
import { TicketOutbox } from './ticket-outbox.tsx';

/** One ticket in the hand of who goes there, with as much as the phone knows of it. */
export function TicketPage({ id, now }: { id: string; now: number }) {
  const { t } = useWords();
  const { departmentCode } = useSession();
  const detail = useTicketDetail(id);
  const listed = useOwnTickets()?.find((ticket) => ticket.id === id);
  const { items } = useOutbox();
  const failure = detail.error instanceof RequestFailed ? detail.error.failure : null;
  const isGone = failure === 'forbidden' || failure === 'not-found';
  const known = isGone ? undefined : newest(listed, detail.data);
  const isOwn = known?.departmentCode === departmentCode;
  return (
    <>
      <Link className="phone-back" to="/responder">
        <IconArrowLeft size={20} aria-hidden />
        {t('action.back')}
      </Link>
      {known && isOwn && (
        <Ticket ticket={projectTicket(known, items)} known={known} detail={detail.data} now={now} />
      )}
      {(isGone || (known && !isOwn)) && (
        <>
          <StateMessage title={t('responder.gone')} />
          <TicketOutbox ticketId={id} known={null} />
        </>
      )}
      {!known &&
        !isGone &&
        (detail.isPending ? <Loading /> : <Missing failure={failure} retry={() => void detail.refetch()} />)}
    </>
  );
}

function Missing({ failure, retry }: { failure: string | null; retry: () => void }) {
  const { t } = useWords();
  if (failure === 'offline') return <StateMessage title={t('state.offline')} why={t('responder.unknown')} />;
  return <Failed offline={false} retry={retry} />;
}

function newest(listed: LiveTicket | undefined, detail: TicketDetail | undefined): LiveTicket | undefined {
  if (!listed || !detail) return listed ?? detail;
  return detail.version >= listed.version ? detail : listed;
}

type TicketProps = {
  /** As it will be once what waits has arrived. */
  ticket: LiveTicket;
  /** As the server last said. */
  known: LiveTicket;
  /** With signal only: it holds what citizens said, which the phone does not keep. */
  detail: TicketDetail | undefined;
  now: number;
};

function Ticket({ ticket, known, detail, now }: TicketProps) {
  const { t } = useWords();
  const { title, times } = useCityWords();
  return (
    <article className="phone-ticket" data-ticket={ticket.number} data-status={ticket.status}>
      <div className="phone-ticket-body">
        <p className="phone-row-meta">
          {ticket.number} · {times.moment(Date.parse(ticket.createdAt))}
        </p>
        <h2 className="phone-title">
          <SeverityMark priority={ticket.priority} />
          {title(ticket)}
        </h2>
        <p className="phone-state">
          <StatusWord status={ticket.status} />
          <TimeLeft ticket={ticket} now={now} />
        </p>
        <HolderLine ticket={known} />
        <Colleagues ticketId={ticket.id} />
        <TicketOutbox ticketId={ticket.id} known={known} />
        <Place ticket={ticket} />
        <WorkPhotos ticket={ticket} photos={detail?.photos ?? []} />
        {detail ? (
          <>
            <PhoneReports reports={detail.reports} />
            <TicketHistory history={detail.history} />
          </>
        ) : (
          <p className="phone-hint">{t('responder.details-need-signal')}</p>
        )}
      </div>
      <Actions ticket={ticket} />
    </article>
  );
}

/** Tells the others that this person has the ticket open, and this person who else has. */
function Colleagues({ ticketId }: { ticketId: string }) {
  const { t } = useWords();
  const { id: me } = useSession();
  useLook(ticketId, false);
  const others = useOthersAt(ticketId, me);
  if (others.length === 0) return null;
  return (
    <p className="phone-holder" role="status">
      {others
        .map(({ typing, name }) => t(typing ? 'presence.types' : 'presence.looks', { name }))
        .join(' · ')}
    </p>
  );
}

function HolderLine({ ticket }: { ticket: LiveTicket }) {
  const { t } = useWords();
  const { id: me } = useSession();
  const holder = holderOf(ticket, useHolders());
  return holder && <p className="phone-holder">{holderText(holder, me, t)}</p>;
}
