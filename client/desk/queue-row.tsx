import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { Present } from '../../shared/wire/presence.ts';
import { useCityWords } from '../session/city-words.ts';
import { tellPlace } from '../ticket/place.ts';
import { TimeLeft } from '../ticket/time-left.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { PresenceDots } from './presence.tsx';

type Props = {
  ticket: LiveTicket;
  now: number;
  current: boolean;
  open: (id: string) => void;
  selected: boolean;
  toggle: (id: string, range: boolean) => void;
  held: boolean;
  people: readonly Present[] | undefined;
  ownId: string;
};

/** One ticket of the queue: what, where, whose, how long; and who has it open. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { ticket, now, current, open, selected, toggle, held, people, ownId } = props;
  const { t } = useWords();
  const { title, department } = useCityWords();
  const place = tellPlace(ticket, t);
  const { number, channel, reportCount, departmentCode } = ticket;
  return (
    <div
      className="desk-row"
      data-ticket={number}
      data-current={current}
      data-selected={selected}
      data-held={held}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: in an input the desk's keys would be writing. */}
      <button
        type="button"
        role="checkbox"
        className="desk-row-check"
        aria-checked={selected}
        aria-label={t('desk.select', { number })}
        onClick={(event) => toggle(ticket.id, event.shiftKey)}
      >
        {selected ? (
          <IconCheck size="1em" stroke={3} aria-hidden />
        ) : (
          <SeverityMark priority={ticket.priority} />
        )}
      </button>
      <button type="button" className="desk-row-open" aria-current={current} onClick={() => open(ticket.id)}>
        <span className="desk-row-what">
          <strong>
            <span className="visually-hidden">{t(`priority.${ticket.priority}`)} </span>
            {title(ticket)}
          </strong>
          <span>{[place || t('ticket.outside'), department(departmentCode).shortName].join(' · ')}</span>
        </span>
        <span className="desk-row-when">
          <TimeLeft ticket={ticket} now={now} />
          {held ? <span>{t('bulk.held')}</span> : <StatusWord status={ticket.status} />}
        </span>
        <span className="desk-row-foot">
          <span className="desk-row-meta">
            {[number, t(`channel.${channel}`), reportCount > 1 && t('ticket.reports', { count: reportCount })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <PresenceDots people={people} ownId={ownId} />
        </span>
      </button>
    </div>
  );
});
