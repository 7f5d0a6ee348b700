import type { HistoryEntry } from '../../shared/wire/api.ts';
import type { Present } from '../../shared/wire/presence.ts';
import { useCityWords } from '../session/city-words.ts';
import { tellHistory } from '../ticket/history.ts';
import { useWords } from '../ui/use-words.ts';

type Props = { others: readonly Present[]; changes: readonly HistoryEntry[]; possible: boolean };

/** What somebody who fills in a form must know before they send it: who else does, and what changed meanwhile. */
export function FormNotices({ others, changes, possible }: Props) {
  const { t, language } = useWords();
  const { department, category } = useCityWords();
  const typing = others.filter((person) => person.typing).map(({ name }) => name);
  const teller = { text: t, department: (code: string) => department(code).shortName, category, language };
  return (
    <div className="desk-notices" aria-live="polite">
      {typing.length > 0 && (
        <p className="desk-warning">{t('warn.typing', { names: typing.join(', '), count: typing.length })}</p>
      )}
      {changes.length > 0 && (
        <div className="desk-warning">
          <p>{t('warn.changed')}</p>
          <ul>
            {changes.map((entry) => {
              const { sentence, remarks } = tellHistory(entry, teller);
              return <li key={entry.seq}>{[sentence, ...remarks].join(': ')}</li>;
            })}
          </ul>
        </div>
      )}
      {!possible && <p className="desk-warning">{t('warn.impossible')}</p>}
    </div>
  );
}
