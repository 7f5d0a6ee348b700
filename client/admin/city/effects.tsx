import type { SettingEffects } from '../../../shared/wire/settings.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';

/** What a change would do, a sentence a number. */
export function Effects({ effects }: { effects: SettingEffects }) {
  const { t } = useWords();
  const { category } = useCityWords();
  const { openTickets, people, categories, reclassified, deadlines, alarms, floods, dueSoon } = effects;
  const sentences = [
    openTickets !== undefined && t('admin.effect.open', { count: openTickets }),
    people !== undefined && t('admin.effect.people', { count: people }),
    categories &&
      categories.length > 0 &&
      t('admin.effect.categories', { list: categories.map(category).join(', ') }),
    reclassified && t('admin.effect.reclassified', reclassifiedValues(reclassified)),
    ...(reclassified?.moves ?? []).map(({ from, to, count }) =>
      t('admin.effect.move', { from: category(from), to: category(to), number: count }),
    ),
    deadlines &&
      t('admin.effect.deadlines', {
        tickets: deadlines.tickets,
        before: deadlines.breachedBefore,
        after: deadlines.breachedAfter,
      }),
    alarms && t('admin.effect.alarms', alarms),
    floods && t('admin.effect.floods', floods),
    dueSoon && t('admin.effect.due-soon', dueSoon),
  ].filter((sentence) => typeof sentence === 'string');
  if (sentences.length === 0) return null;
  return (
    <section className="admin-effects" aria-labelledby="effects">
      <h3 id="effects">{t('admin.effects')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function reclassifiedValues({ reports, changed }: NonNullable<SettingEffects['reclassified']>) {
  return { reports, changed };
}
