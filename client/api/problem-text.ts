import type { AskedKey } from '../../shared/text/id.ts';
import { id } from '../../shared/text/id.ts';
import { RequestFailed } from './request.ts';

/** The words for a failure. */
export function problemKey(error: unknown): AskedKey {
  if (!(error instanceof RequestFailed)) return 'problem.internal';
  const key = `problem.${error.failure}`;
  return isAskedKey(key) ? key : 'problem.internal';
}

function isAskedKey(key: string): key is AskedKey {
  return key in id;
}
