import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LatLng } from '../../shared/report/report.ts';
import { isOpen } from '../../shared/ticket/ticket.ts';
import { type Command, isPossible } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { RequestFailed } from '../api/request.ts';
import { useTicketDetail } from '../api/tickets.ts';
import { useCityWords } from '../session/city-words.ts';
import { Photos } from '../ticket/photos.tsx';
import { placeName } from '../ticket/place.ts';
import { TicketHistory } from '../ticket/ticket-history.tsx';
import { TicketReports } from '../ticket/ticket-reports.tsx';
import { TimeLeft } from '../ticket/time-left.tsx';
import { useGiveCommand } from '../ticket/use-give-command.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Failed, Loading, StateMessage } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../ui/use-words.ts';
import { CommandBar } from './command-bar.tsx';
import { CommandForm } from './command-form.tsx';

type Props = { id: string; now: number; picked: LatLng | null; setPicked: (point: LatLng | null) => void };

/** One ticket: what it is, what can be done, what was said and what happened. */
export function TicketPane({ id, ...rest }: Props) {
  const { t } = useWords();
  const detail = useTicketDetail(id);
  if (detail.data) return <Ticket ticket={detail.data} {...rest} />;
  if (detail.isPending) return <Loading />;
  const failure = detail.error instanceof RequestFailed ? detail.error.failure : null;
  if (failure === 'not-found' || failure === 'invalid') return <StateMessage title={t('state.not-found')} />;
  return <Failed offline={failure === 'offline'} retry={() => void detail.refetch()} />;
}

function Ticket({ ticket, now, picked, setPicked }: Omit<Props, 'id'> & { ticket: TicketDetail }) {
  const { t } = useWords();
  const [form, setForm] = useState<Command | null>(null);
  const { give, busy } = useGiveCommand(ticket);
  const close = () => {
    setForm(null);
    setPicked(null);
  };
  useKeys({ Escape: form === null ? undefined : close });
  return (
    <article className="desk-ticket" data-ticket={ticket.number} data-status={ticket.status}>
      <TicketHead ticket={ticket} now={now} />
      <CommandBar ticket={ticket} busy={busy} form={form} setForm={setForm} give={give} />
      {form !== null && isPossible(ticket.status, form) && (
        <CommandForm
          key={form}
          command={form}
          ticket={ticket}
          picked={picked}
          busy={busy}
          give={give}
          close={close}
        />
      )}
      {!isOpen(ticket.status) && ticket.status !== 'resolved' && <Ended ticket={ticket} />}
      {ticket.photos.length > 0 && (
        <section className="part" aria-label={t('detail.photos')}>
          <h3>{t('detail.photos')}</h3>
          <Photos photos={ticket.photos} />
        </section>
      )}
      <TicketReports reports={ticket.reports} />
      <TicketHistory history={ticket.history} />
    </article>
  );
}

function TicketHead({ ticket, now }: { ticket: TicketDetail; now: number }) {
  const { t } = useWords();
  const { title, department, times } = useCityWords();
  const { name, shortName, internal } = department(ticket.departmentCode);
  const { location } = ticket;
  return (
    <header className="desk-ticket-head">
      <p className="desk-ticket-number">
        <span>{ticket.number}</span>
        <span>{t(`channel.${ticket.channel}`)}</span>
        <span>{t('ticket.reports', { count: ticket.reportCount })}</span>
        <time dateTime={ticket.createdAt}>{times.moment(Date.parse(ticket.createdAt))}</time>
      </p>
      <h2>
        <SeverityMark priority={ticket.priority} size="1.1em" />
        {title(ticket)}
      </h2>
      <dl className="desk-facts">
        <div>
          <dt>{t('detail.status')}</dt>
          <dd>
            <StatusWord status={ticket.status} /> <TimeLeft ticket={ticket} now={now} />
          </dd>
        </div>
        <div>
          <dt>{t('command.priority-label')}</dt>
          <dd>{t(`priority.${ticket.priority}`)}</dd>
        </div>
        <div>
          <dt>{t('command.department')}</dt>
          <dd title={name}>
            {shortName}
            {!internal && ` (${t('detail.external')})`}
          </dd>
        </div>
        <div>
          <dt>{t('detail.place')}</dt>
          <dd>
            {location === null ? t('ticket.no-place') : placeName(location) || t('ticket.outside')}
            {location?.accuracyM ? (
              <span className="desk-accuracy">
                {t('detail.accuracy', { metres: String(Math.round(location.accuracyM)) })}
              </span>
            ) : null}
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Ended({ ticket }: { ticket: TicketDetail }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const into = ticket.mergedInto;
  return (
    <p className="desk-ended" role="status">
      {t(into === null ? 'desk.left-board' : 'desk.merged-into')}
      {into !== null && (
        <button type="button" className="state-action" onClick={() => void navigate(`/desk/${into}`)}>
          {t('desk.merged-open')}
        </button>
      )}
    </p>
  );
}
