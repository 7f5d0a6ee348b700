import { Checkbox } from '@mantine/core';
import type { SettingCheck } from '../../../shared/wire/settings.ts';
import { useWords } from '../../ui/use-words.ts';

/** The city's own emergencies that a change would leave unnamed; who wants that must say so. */
export function MissedEmergencies({
  missed: { count, examples },
  agreed,
  agree,
}: {
  missed: SettingCheck['missed'];
  agreed: boolean;
  agree: (agreed: boolean) => void;
}) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <div className="admin-problem" role="alert">
      <p>
        <strong>{t('admin.rules.missed', { count })}</strong>
      </p>
      <ul>
        {examples.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {count > examples.length && <li>…</li>}
      </ul>
      <p>{t('admin.rules.missed-why')}</p>
      <Checkbox
        mt="sm"
        label={t('admin.rules.agree')}
        checked={agreed}
        onChange={(event) => agree(event.currentTarget.checked)}
      />
    </div>
  );
}
