import type { HistoryEntry } from '../../shared/wire/api.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { type Teller, tellHistory } from './history.ts';
import './ticket-parts.css';

/** What happened to a ticket, newest first, in sentences: who, what, when. */
export function TicketHistory({ history }: { history: readonly HistoryEntry[] }) {
  const { t, language } = useWords();
  const { department, category, times } = useCityWords();
  const teller: Teller = {
    text: t,
    department: (code) => department(code).shortName,
    category,
    language,
  };
  return (
    <section aria-labelledby="history" className="part">
      <h3 id="history">{t('detail.history')}</h3>
      <ol className="part-history">
        {[...history].reverse().map((entry) => {
          const { sentence, remarks } = tellHistory(entry, teller);
          return (
            <li key={entry.seq}>
              <time dateTime={entry.at}>{times.moment(Date.parse(entry.at))}</time>
              <div>
                <p>{sentence}</p>
                {remarks.map((remark) => (
                  <p key={remark} className="part-remark">
                    {remark}
                  </p>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
