import type { AskedKey } from '../../../shared/text/id.ts';
import type { RuleMoves, SettingEffects } from '../../../shared/wire/settings.ts';
import { useWords } from '../../ui/use-words.ts';

type Words = { caption: AskedKey; gained: AskedKey; lost: AskedKey };
const CRITICAL: Words = {
  caption: 'admin.rules.critical',
  gained: 'admin.rules.critical-gained',
  lost: 'admin.rules.critical-lost',
};
const SET_ASIDE: Words = {
  caption: 'admin.rules.set-aside',
  gained: 'admin.rules.aside-gained',
  lost: 'admin.rules.aside-lost',
};

/** What a change of the rules would do to the latest reports and to the city's own texts. */
export function RuleEffects({ effects: { critical, setAside } }: { effects: SettingEffects }) {
  const { t } = useWords();
  if (!critical && !setAside) return null;
  return (
    <section className="admin-effects admin-rules" aria-labelledby="rule-effects">
      <h3 id="rule-effects">{t('admin.effects')}</h3>
      {critical && <Moves words={CRITICAL} moves={critical} />}
      {setAside && <Moves words={SET_ASIDE} moves={setAside} />}
      <p className="admin-note">{t('admin.rules.private')}</p>
    </section>
  );
}

function Moves({ words, moves }: { words: Words; moves: readonly RuleMoves[] }) {
  const { t, language } = useWords();
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const examples = moves.flatMap(({ of, examples: { gained, lost } }) => [
    ...gained.map((text) => ({ of, what: t(words.gained), text })),
    ...lost.map((text) => ({ of, what: t(words.lost), text })),
  ]);
  return (
    <>
      <table className="admin-table admin-counts">
        <caption>{t(words.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.rules.of')}</th>
            <th scope="col">{t('admin.rules.read')}</th>
            <th scope="col">{t(words.gained)}</th>
            <th scope="col">{t(words.lost)}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ of, read, gained, lost }) => (
            <tr key={of}>
              <th scope="row">{t(`admin.rules.${of}`)}</th>
              <td>{number(read)}</td>
              <td>{number(gained)}</td>
              <td>{number(lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {examples.length > 0 && (
        <ul>
          {examples.map(({ of, what, text }) => (
            <li key={`${of} ${what} ${text}`}>{t('admin.rules.example', { what, text })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
