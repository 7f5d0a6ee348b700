import { Button, Kbd } from '@mantine/core';
import type { NearTicket } from '../../shared/wire/entry.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import './context.css';

type Props = {
  near: readonly NearTicket[];
  /** Says what is told of this ticket again; null where one only looks. */
  join: ((ticketId: string) => void) | null;
  open: ((ticketId: string) => void) | null;
};

/** Open tickets around a place: what, how far, how old. */
export function NearList({ near, join, open }: Props) {
  const { t, duration } = useWords();
  const { title } = useCityWords();
  const now = useServerNow();
  return (
    <ol className="desk-near">
      {near.map(({ ticket, distanceM, likely }, at) => (
        <li key={ticket.id} data-likely={likely}>
          <SeverityMark priority={ticket.priority} />
          <span className="desk-near-what">
            {open ? (
              <button type="button" className="desk-link" onClick={() => open(ticket.id)}>
                {title(ticket)}
              </button>
            ) : (
              <strong>{title(ticket)}</strong>
            )}
            <span>
              {[
                ticket.number,
                t('near.distance', { metres: distanceM }),
                t('near.age', { age: duration(Math.max(0, now - Date.parse(ticket.createdAt))) }),
                ticket.reportCount > 1 && t('ticket.reports', { count: ticket.reportCount }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <StatusWord status={ticket.status} />
          {join && (
            <Button
              type="button"
              size="compact-xs"
              variant={likely ? 'filled' : 'default'}
              aria-label={t('near.join', { number: ticket.number })}
              {...(at === 0 && {
                rightSection: (
                  <Kbd size="xs" aria-hidden>
                    F2
                  </Kbd>
                ),
              })}
              onClick={() => join(ticket.id)}
            >
              {t('near.join-short')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
