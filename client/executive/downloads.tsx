import { useWords } from '../ui/use-words.ts';
import { type Asked, fixedSearch } from './asked.ts';

/** The same figures as files, in the screen's language. */
export function Downloads({ asked }: { asked: Asked }) {
  const { t, language } = useWords();
  const search = `${fixedSearch(asked)}&language=${language}`;
  return (
    <span className="exec-downloads">
      <span>{t('executive.export')}</span>
      {(['pdf', 'xlsx', 'csv'] as const).map((kind) => (
        <a
          key={kind}
          href={`/api/insight/export.${kind}?${search}`}
          download
          aria-label={`${t('executive.export')} ${kind.toUpperCase()}`}
        >
          {kind.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
