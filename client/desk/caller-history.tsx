import type { CallerReport } from '../../shared/wire/entry.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import type { ToldPlace } from './told-places.ts';

type Props = {
  reports: readonly CallerReport[];
  open: ((ticketId: string) => void) | null;
  /** Those that the map shows, by their numerals. */
  places?: readonly ToldPlace[];
};

/** What the same number told of before. Personal data. */
export function CallerHistory({ reports, open, places = [] }: Props) {
  const { t } = useWords();
  const { category, times } = useCityWords();
  return (
    <ol className="desk-caller">
      {reports.map(({ reportId, channel, at, text, ticket }) => (
        <li key={reportId}>
          <Numeral at={places.find(({ ticketId }) => ticketId === ticket?.id)} />
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

function Numeral({ at }: { at: ToldPlace | undefined }) {
  const { t } = useWords();
  if (!at) return null;
  return (
    <b className="desk-told-numeral" title={t('caller.on-map')}>
      {at.numeral}
    </b>
  );
}
