import { Link } from 'react-router';
import { useCityWords } from '../../session/city-words.ts';
import { useSession } from '../../session/session.ts';
import { tellPlace } from '../../ticket/place.ts';
import { TimeLeft } from '../../ticket/time-left.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { StatusWord } from '../../ui/status-mark.tsx';
import { useWords } from '../../ui/use-words.ts';
import { holderText } from './holder-text.ts';
import type { Row } from './sections.ts';

/** One ticket: how bad, what, where, who has it, how long there is. */
export function TicketRow({ row, now, isChosen }: { row: Row; now: number; isChosen: boolean }) {
  const { t } = useWords();
  const { title } = useCityWords();
  const { id: me } = useSession();
  const { ticket, waiting, refused, holder } = row;
  return (
    <Link
      className="phone-row"
      to={`/responder/${ticket.id}`}
      data-ticket={ticket.number}
      data-priority={ticket.priority}
      aria-current={isChosen ? 'true' : undefined}
    >
      <SeverityMark priority={ticket.priority} />
      <span className="phone-row-what">
        <strong>{title(ticket)}</strong>
        <span>{tellPlace(ticket, t)}</span>
        <span className="phone-row-meta">
          <span>{ticket.number}</span>
          <StatusWord status={ticket.status} />
          {holder && <span>{holderText(holder, me, t)}</span>}
        </span>
        {refused && <span className="phone-tag">{t('outbox.state.refused')}</span>}
        {!refused && waiting > 0 && (
          <span className="phone-tag">{t('outbox.waiting', { count: waiting })}</span>
        )}
      </span>
      <TimeLeft ticket={ticket} now={now} />
    </Link>
  );
}
