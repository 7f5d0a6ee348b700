import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LatLng } from '../../shared/report/report.ts';
import { isOpen, type Status } from '../../shared/ticket/ticket.ts';
import { COMMANDS, type Command } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useUnderstanding } from '../api/desk.ts';
import { RequestFailed } from '../api/request.ts';
import { useTicketDetail } from '../api/tickets.ts';
import { useLook, useOthersAt } from '../live/use-presence.ts';
import { useCityWords } from '../session/city-words.ts';
import { draftsUnder } from '../session/drafts.ts';
import { useCan, useSession } from '../session/session.ts';
import { BeforeAfter } from '../ticket/before-after.tsx';
import { Conversation } from '../ticket/conversation.tsx';
import { TicketHistory } from '../ticket/ticket-history.tsx';
import { TimeLeft } from '../ticket/time-left.tsx';
import { useGiveCommand } from '../ticket/use-give-command.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Failed, Loading, StateMessage } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { CommandBar } from './command-bar.tsx';
import { CommandForm } from './command-form.tsx';
import { LikenessStrip } from './likeness-strip.tsx';
import { PresenceLine } from './presence.tsx';
import { ReplyBox } from './reply-box.tsx';
import { RoutingWhy } from './routing-why.tsx';
import { TicketPlace } from './ticket-place.tsx';
import { useActions } from './use-actions.tsx';
import { useNewsOfLikeness } from './use-news-of-likeness.ts';
import { type Replying, useReplying } from './use-replying.ts';
import './notices.css';

type Props = { id: string; now: number; picked: LatLng | null; setPicked: (point: LatLng | null) => void };

/** One ticket: what it is, what can be done, what was said and what happened. */
export function TicketPane({ id, ...rest }: Props) {
  const { t } = useWords();
  const may = useCan();
  const detail = useTicketDetail(id);
  useNewsOfLikeness(detail.data, () => void detail.refetch(), may('ticket.merge'));
  if (detail.data) return <Ticket ticket={detail.data} {...rest} />;
  if (detail.isPending) return <Loading />;
  const failure = detail.error instanceof RequestFailed ? detail.error.failure : null;
  if (failure === 'not-found' || failure === 'invalid') return <StateMessage title={t('state.not-found')} />;
  return <Failed offline={failure === 'offline'} retry={() => void detail.refetch()} />;
}

const ROUTED_BY_HAND: readonly Status[] = ['new', 'verified', 'returned'];

function Ticket({ ticket, now, picked, setPicked }: Omit<Props, 'id'> & { ticket: TicketDetail }) {
  const me = useSession();
  const may = useCan();
  const [form, setForm] = useState<Command | null>(() => keptForm(me.id, ticket.id));
  const { give, busy } = useGiveCommand(ticket);
  const others = useOthersAt(ticket.id, me.id);
  useLook(ticket.id, form !== null);
  const replying = useReplying(ticket, may('ticket.reply', ticket));
  const waitsForRouting = ROUTED_BY_HAND.includes(ticket.status) && may('ticket.route', ticket);
  const asksWho = waitsForRouting || form === 'route';
  const { data: understood } = useUnderstanding(ticket.id, ticket.reportCount, asksWho);
  const close = () => {
    setForm(null);
    setPicked(null);
  };
  useActions({ escape: form === null ? undefined : close }, 1);
  return (
    <article className="desk-ticket" data-ticket={ticket.number} data-status={ticket.status}>
      <TicketHead ticket={ticket} now={now} replying={replying} />
      {others.length > 0 && <PresenceLine others={others} />}
      <CommandBar ticket={ticket} busy={busy} form={form} setForm={setForm} give={give} />
      {form !== null && (
        <CommandForm
          key={form}
          command={form}
          ticket={ticket}
          picked={picked}
          busy={busy}
          give={give}
          others={others}
          suggestions={understood?.departments ?? []}
          close={close}
        />
      )}
      {isOpen(ticket.status) && <LikenessStrip ticket={ticket} />}
      {waitsForRouting && form !== 'route' && (
        <RoutingWhy
          ticket={ticket}
          understood={understood}
          busy={busy}
          accept={(departmentCode) => void give('route', { departmentCode })}
        />
      )}
      {!isOpen(ticket.status) && ticket.status !== 'resolved' && <Ended ticket={ticket} />}
      <BeforeAfter ticket={ticket} />
      <Conversation ticket={ticket} replies={replying.replies} retry={replying.retry} />
      {may('ticket.reply', ticket) && <ReplyBox ticket={ticket} replying={replying} />}
      <TicketHistory history={ticket.history} />
    </article>
  );
}

/** The form that was being written when the page was left. */
function keptForm(personId: string, ticketId: string): Command | null {
  const [kept] = draftsUnder(sessionStorage, personId, `ticket.${ticketId}.`);
  return COMMANDS.find((command) => command === kept) ?? null;
}

type HeadProps = { ticket: TicketDetail; now: number; replying: Replying };

function TicketHead({ ticket, now, replying }: HeadProps) {
  const { t } = useWords();
  const { title, department, times } = useCityWords();
  const { name, shortName, internal } = department(ticket.departmentCode);
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
            <TicketPlace ticket={ticket} replying={replying} />
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
