import { Link } from 'react-router';
import { StateMessage } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';

export function NotFound() {
  const { t } = useWords();
  return (
    <StateMessage
      title={t('state.not-found')}
      why={t('state.not-found-why')}
      action={
        <Link className="state-action" to="/">
          {t('state.home')}
        </Link>
      }
    />
  );
}
