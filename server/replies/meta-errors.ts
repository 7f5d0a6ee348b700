import type { ReplyFailure, ReplyFailureCode } from '../../shared/wire/replies.ts';

/** Meta's error object; branch on `code`, its titles change. */
export type MetaError = { code: number; message: string; details: string };

/**
 * What Meta's numbers mean to whoever wrote the answer (Meta, WhatsApp Cloud API error codes). What is not here is
 * `refused`, with Meta's words beside it.
 */
const MEANINGS: Record<number, ReplyFailureCode> = {
  131047: 'window-closed',
  131026: 'undeliverable',
  131045: 'access',
  0: 'access',
  3: 'access',
  10: 'access',
  190: 'access',
  200: 'access',
  133010: 'access',
  131005: 'access',
  131042: 'access',
  131031: 'access',
  368: 'access',
  131049: 'blocked',
  131050: 'blocked',
  131051: 'refused',
  132000: 'template',
  132001: 'template',
  132005: 'template',
  132007: 'template',
  132012: 'template',
  132015: 'template',
  132016: 'template',
};

/** Asked too often, or trouble on Meta's side: worth trying again. */
const TEMPORARY = new Set([1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004]);
/** Too many to one person: they get one each six seconds. */
const PAIR_RATE = 131056;

/** What can be done about an HTTP answer that is no success: try again, or give up and say why. */
export type Refusal =
  | { again: true; isPair: boolean; detail: string }
  | { again: false; failure: ReplyFailure };

/** Judges a refused request by its status and Meta's error object. */
export function judgeRefusal(status: number, body: unknown): Refusal {
  const error = readMetaError((body as { error?: unknown } | null)?.error);
  const detail = tellError(error) || `HTTP ${status}`;
  const isTemporary = error !== null && TEMPORARY.has(error.code);
  if (isTemporary || status === 408 || status === 429 || status >= 500)
    return { again: true, isPair: error?.code === PAIR_RATE, detail };
  return { again: false, failure: { code: meaningOf(error, status), detail } };
}

/** Why a message that was taken did not arrive: the first of a status's errors. */
export function failureOfStatus(raw: unknown): ReplyFailure {
  const errors = (raw as { errors?: unknown } | null)?.errors;
  const error = readMetaError(Array.isArray(errors) ? errors[0] : null);
  return { code: meaningOf(error, 0), detail: tellError(error) };
}

function meaningOf(error: MetaError | null, status: number): ReplyFailureCode {
  if (status === 401 || status === 403) return 'access';
  return (error && MEANINGS[error.code]) ?? 'refused';
}

function readMetaError(error: unknown): MetaError | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, title, error_data: data } = error as Record<string, unknown>;
  if (typeof code !== 'number') return null;
  const details = (data as { details?: unknown } | null | undefined)?.details;
  return {
    code,
    message: typeof message === 'string' ? message : typeof title === 'string' ? title : '',
    details: typeof details === 'string' ? details : '',
  };
}

function tellError(error: MetaError | null): string {
  if (error === null) return '';
  const words = [error.message, error.details].filter(
    (part, at, all) => part !== '' && all.indexOf(part) === at,
  );
  return `${error.code} ${words.join(': ')}`.trim().slice(0, 500);
}
