import type { WordAccuracy } from '../../../shared/wire/learning.ts';
import { useWords } from '../../ui/use-words.ts';

/** The words that led astray most often. */
export function WordTable({ words }: { words: readonly WordAccuracy[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="learning-words">
      <h2 id="learning-words">{t('learning.words')}</h2>
      <p className="admin-note">{t('learning.words-why')}</p>
      {words.length === 0 ? (
        <p className="admin-none">{t('learning.words-none')}</p>
      ) : (
        <table className="admin-table understanding-table">
          <thead>
            <tr>
              <th scope="col">{t('learning.word')}</th>
              <th scope="col">{t('learning.corrected')}</th>
              <th scope="col">{t('learning.of-all')}</th>
            </tr>
          </thead>
          <tbody>
            {words.map(({ word, corrected, decided }) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                <td>{corrected}</td>
                <td>{decided}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
