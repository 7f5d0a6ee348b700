import type { AskedKey } from '../../shared/text/id.ts';
import { RequestFailed } from '../api/request.ts';
import type { Words } from '../ui/use-words.ts';

const KEYS: Record<string, AskedKey> = {
  email: 'admin.error.email',
  name: 'admin.error.missing',
  role: 'admin.error.missing',
  departmentCode: 'admin.error.department',
};

/** What is wrong with each field of a form, in the screen's language: field → sentence; empty for other failures. */
export function fieldErrors(error: unknown, t: Words['t']): Record<string, string> {
  if (!(error instanceof RequestFailed) || error.failure !== 'invalid') return {};
  return Object.fromEntries(
    (error.problem?.errors ?? []).map(({ field, message }) => {
      if (field === 'email' && message.includes('has an account')) return [field, t('admin.error.taken')];
      const key = KEYS[field];
      return [field, key ? t(key) : message];
    }),
  );
}
