import type { CallerReport } from '../../shared/wire/entry.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';

type Props = { reports: readonly CallerReport[]; open: ((ticketId: string) => void) | null };

/** What the same number told of before. Personal data. */
export function CallerHistory({ reports, open }: Props) {
  const { t } = useWords();
  const { category, times } = useCityWords();
  return (
    <ol className="desk-caller">
      {reports.map(({ reportId, channel, at, text, ticket }) => (
        <li key={reportId}>
          <span className="desk-near-what">
            {ticket && open ? (
              <button type="button" className="desk-link" onClick={() => open(ticket.id)}>
                {category(ticket.category)}
              </button>
            ) : (
              <strong>{ticket ? category(ticket.category) : t('caller.no-ticket')}</strong>
            )}
            <span>
              {[
                ticket?.number,
                ticket && t(`status.${ticket.status}`),
                t(`channel.${channel}`),
                times.moment(Date.parse(at)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {text !== '' && <span className="desk-caller-said">{text}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
