import { useMemo, useState } from 'react';
import { useSession } from '../../session/session.ts';
import { Empty, Loading } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useOwnTickets } from '../kept/use-own-tickets.ts';
import { useOutbox } from '../outbox/outbox-provider.tsx';
import { listSections, type Row } from './sections.ts';
import { TicketRow } from './ticket-row.tsx';
import { useHolders } from './use-holders.ts';

/** The department's open tickets by time left, all or one's own. */
export function TicketList({ now, chosenId }: { now: number; chosenId: string | undefined }) {
  const { t } = useWords();
  const { id: me } = useSession();
  const tickets = useOwnTickets();
  const { items } = useOutbox();
  const holders = useHolders();
  const [onlyMine, setOnlyMine] = useState(false);
  const sections = useMemo(
    () => listSections({ tickets: tickets ?? [], items, holders, me, onlyMine }),
    [tickets, items, holders, me, onlyMine],
  );
  const { waiting, working, leaving } = sections;
  const isEmpty = waiting.length + working.length + leaving.length === 0;
  return (
    <section className="phone-list" aria-label={t('responder.list')}>
      <fieldset className="phone-filter">
        <legend className="visually-hidden">{t('responder.filter')}</legend>
        {[false, true].map((mine) => (
          <label key={String(mine)}>
            <input
              type="radio"
              name="filter"
              checked={onlyMine === mine}
              onChange={() => setOnlyMine(mine)}
            />
            {t(mine ? 'responder.filter.mine' : 'responder.filter.all')}
          </label>
        ))}
      </fieldset>
      {tickets === null && <Loading />}
      {tickets !== null &&
        isEmpty &&
        (onlyMine ? (
          <Empty title={t('responder.empty-mine')} why={t('responder.empty-mine-why')} />
        ) : (
          <Empty title={t('responder.empty')} why={t('responder.empty-why')} />
        ))}
      <Section title={t('responder.section.waiting')} rows={waiting} now={now} chosenId={chosenId} />
      <Section title={t('responder.section.working')} rows={working} now={now} chosenId={chosenId} />
      <Section title={t('responder.section.leaving')} rows={leaving} now={now} chosenId={chosenId} />
    </section>
  );
}

type SectionProps = { title: string; rows: readonly Row[]; now: number; chosenId: string | undefined };

function Section({ title, rows, now, chosenId }: SectionProps) {
  if (rows.length === 0) return null;
  return (
    <section className="phone-section" aria-label={title}>
      <h2>
        {title} <span>{rows.length}</span>
      </h2>
      <ol>
        {rows.map((row) => (
          <li key={row.ticket.id}>
            <TicketRow row={row} now={now} isChosen={row.ticket.id === chosenId} />
          </li>
        ))}
      </ol>
    </section>
  );
}
