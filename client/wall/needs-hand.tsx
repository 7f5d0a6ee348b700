import { memo, useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { isUnacknowledgedCritical, runningDeadline, shareUsed } from '../ticket/deadline.ts';
import { byNeed } from '../ticket/order.ts';
import { tellPlace } from '../ticket/place.ts';
import { DepartmentIcon } from '../ui/department-icon.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { firstBy } from './first-by.ts';
import { useFitting } from './use-fitting.ts';

/** No wall shows more, also one of two screens. */
const AT_MOST = 28;

/** What needs a hand now: critical first, then the least time left. */
export const NeedsHand = memo(function NeedsHand({
  tickets,
  known,
}: {
  tickets: readonly LiveTicket[];
  known: boolean;
}) {
  const { t } = useWords();
  const now = useServerNow();
  const first = useMemo(() => firstBy(tickets, byNeed, AT_MOST), [tickets]);
  const [list, fitting] = useFitting<HTMLOListElement>(first);
  const beyond = tickets.length - fitting;
  return (
    <section className="wall-panel wall-needs" aria-labelledby="needs-hand">
      <div className="wall-panel-head">
        <h2 id="needs-hand">{t('wall.needs-hand')}</h2>
        {beyond > 0 && <span>{t('wall.more', { count: beyond })}</span>}
      </div>
      {!known && <Loading />}
      {known && tickets.length === 0 ? (
        <Empty title={t('wall.calm')} why={t('wall.calm-why')} />
      ) : (
        <ol ref={list} className="wall-needs-list">
          {first.map((ticket) => (
            <Row key={ticket.id} ticket={ticket} now={now} />
          ))}
        </ol>
      )}
    </section>
  );
});

function Row({ ticket, now }: { ticket: LiveTicket; now: number }) {
  const { t, timeLeft } = useWords();
  const { title, department } = useCityWords();
  const { shortName, icon } = department(ticket.departmentCode);
  const deadline = runningDeadline(ticket);
  const left = deadline === null ? null : deadline.at - now;
  const calling = isUnacknowledgedCritical(ticket);
  const used = Math.round(shareUsed(ticket, now) * 100);
  return (
    <li
      className="wall-need"
      data-priority={ticket.priority}
      data-calling={calling}
      data-over={left !== null && left <= 0}
      data-ticket={ticket.number}
      data-status={ticket.status}
    >
      <SeverityMark priority={ticket.priority} />
      <div className="wall-need-what">
        <strong>{title(ticket)}</strong>
        <span>{tellPlace(ticket, t)}</span>
        <span className="wall-need-who">
          <DepartmentIcon name={icon} />
          <span>
            {[
              shortName,
              t(`channel.${ticket.channel}`),
              ticket.reportCount > 1 && t('ticket.reports', { count: ticket.reportCount }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </div>
      <div className="wall-need-when">
        <strong>{left === null ? '' : timeLeft(left)}</strong>
        {ticket.acknowledgedAt === null && calling ? (
          <span>{t('ticket.not-acknowledged')}</span>
        ) : (
          <StatusWord status={ticket.status} />
        )}
        <span className="wall-bar" aria-hidden>
          <span style={{ width: `${used}%` }} />
        </span>
      </div>
    </li>
  );
}
