import type { PasswordLink } from '../../../shared/wire/access.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import { ShownOnce } from '../shown-once.tsx';

/** The link by which somebody chooses a password: this once, to be handed over. */
export function PasswordLinkShown({ email, link }: { email: string; link: PasswordLink }) {
  const { t } = useWords();
  const { times } = useCityWords();
  return (
    <ShownOnce
      title={t('admin.person.link', { email })}
      why={t('admin.person.link-why', { until: times.moment(Date.parse(link.expiresAt)) })}
      secret={location.origin + link.path}
    />
  );
}
