import type { Priority } from '../../shared/ticket/ticket.ts';
import { SEVERITY } from './severity.ts';
import { useWords } from './use-words.ts';

/** The mark of a severity, as large as the text beside it unless told otherwise. */
export function SeverityMark({ priority, size = '1em' }: { priority: Priority; size?: string }) {
  const { t } = useWords();
  const { colour, path, hollow } = SEVERITY[priority];
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} role="img" aria-label={t(`priority.${priority}`)}>
      <title>{t(`priority.${priority}`)}</title>
      <path d={path} fill={hollow ? 'none' : colour} stroke={hollow ? colour : 'none'} strokeWidth="2.6" />
    </svg>
  );
}
