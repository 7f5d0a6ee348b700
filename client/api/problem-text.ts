import type { AskedKey } from '../../shared/text/id.ts';
import { hasWords } from '../ui/i18n.ts';
import { RequestFailed } from './request.ts';

/** The words for a failure. */
export function problemKey(error: unknown): AskedKey {
  if (!(error instanceof RequestFailed)) return 'problem.internal';
  const key = `problem.${error.failure}`;
  return hasWords(key) ? key : 'problem.internal';
}
