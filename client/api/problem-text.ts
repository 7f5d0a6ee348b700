import { id, type TextKey } from '../../shared/text/id.ts';
import { RequestFailed } from './request.ts';

/** The words for a failure. */
export function problemKey(error: unknown): TextKey {
  if (!(error instanceof RequestFailed)) return 'problem.internal';
  const key = `problem.${error.failure}`;
  return isTextKey(key) ? key : 'problem.internal';
}

function isTextKey(key: string): key is TextKey {
  return key in id;
}
