import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { runningDeadline } from '../ticket/deadline.ts';
import { tellPlace } from '../ticket/place.ts';
import { DepartmentIcon } from '../ui/department-icon.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';

/** A critical ticket, so that the room knows without opening anything: what, where, who, how long already. */
export function CriticalCard({ ticket }: { ticket: LiveTicket }) {
  const { t, timeLeft, duration } = useWords();
  const { title, department, times } = useCityWords();
  const now = useServerNow();
  const { shortName, icon } = department(ticket.departmentCode);
  const deadline = runningDeadline(ticket);
  const createdAt = Date.parse(ticket.createdAt);
  return (
    <article className="wall-card" data-testid="critical-card" data-ticket={ticket.number}>
      <header>
        <SeverityMark priority={ticket.priority} />
        {t(`priority.${ticket.priority}`)} · {t('ticket.not-acknowledged')}
      </header>
      <div className="wall-card-main">
        <strong>{title(ticket)}</strong>
        {deadline && (
          <span className="wall-card-left" data-over={deadline.at <= now}>
            {timeLeft(deadline.at - now)}
          </span>
        )}
      </div>
      <p>{tellPlace(ticket, t)}</p>
      <p>
        <DepartmentIcon name={icon} /> {shortName} · {t(`channel.${ticket.channel}`)} ·{' '}
        {t('ticket.reports', { count: ticket.reportCount })}
      </p>
      <footer>
        {ticket.number} · {times.time(createdAt)} ·{' '}
        {t('wall.ago', { age: duration(Math.max(0, now - createdAt)) })}
      </footer>
    </article>
  );
}
