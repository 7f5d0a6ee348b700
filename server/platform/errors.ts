import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZodError } from 'zod';
import { PROBLEMS, type Problem, type ProblemId } from '../../shared/wire/problem.ts';
import { correlationIdOf } from './correlation.ts';
import type { Log } from './log.ts';

type AppErrorOptions = {
  detail?: string;
  errors?: { field: string; message: string }[];
  /** Seconds after which it is worth trying again. */
  retryAfterS?: number;
  /** Further members of the problem document. */
  extra?: Record<string, unknown>;
  cause?: unknown;
};

/** An error with a stable id; rendered as problem+json by `problemHandler`. Anything else thrown is a fault of ours. */
export class AppError extends Error {
  readonly problem: ProblemId;
  readonly options: AppErrorOptions;

  constructor(problem: ProblemId, options: AppErrorOptions = {}) {
    super(options.detail ?? PROBLEMS[problem].title, { cause: options.cause });
    this.name = 'AppError';
    this.problem = problem;
    this.options = options;
  }

  get status(): number {
    return PROBLEMS[this.problem].status;
  }
}

/** How long senders are asked to wait when a report cannot be kept safe, seconds. */
export const RETRY_AFTER_S = 5;

/**
 * PostgreSQL error classes and Node error codes that mean: the database cannot be reached, is going down, is a standby
 * that takes no writes (25006), or has trouble with its disk (53, 58).
 */
const DATABASE_DOWN =
  /^(08|57P0|53|58|25006)|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const DATABASE_DOWN_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'the database system is',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end on the pool',
];

/** True when an error says that the database is not there, rather than that a statement was wrong. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && DATABASE_DOWN.test(code)) return true;
  if (DATABASE_DOWN_MESSAGES.some((message) => error.message.includes(message))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown);
  return error.cause !== undefined && isDatabaseDown(error.cause);
}

/** Translates whatever was thrown into an `AppError`; null when it is a fault of ours. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return invalid(error);
  if (isDatabaseDown(error)) return new AppError('unavailable', { retryAfterS: RETRY_AFTER_S, cause: error });
  if (hasLostRace(error)) return new AppError('unavailable', { retryAfterS: 1, cause: error });
  if (isUnstorableText(error)) return unstorableText(error);
  return fromBodyParser(error);
}

/** Of two who waited for each other, or changed the same, PostgreSQL ends one: serialization failure, deadlock, lock not available. */
function hasLostRace(error: unknown): boolean {
  return error instanceof Error && /^(40001|40P01|55P03)$/.test(String((error as { code?: unknown }).code));
}

/** PostgreSQL keeps neither U+0000 nor half of a surrogate pair: untranslatable character, not in repertoire, and in JSON. */
function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return code === '22021' || code === '22P05' || (code === '22P02' && error.message.endsWith('type json'));
}

function unstorableText(cause: unknown): AppError {
  const message = 'a text holds a character that cannot be kept (U+0000, or half of a surrogate pair)';
  return new AppError('invalid', { detail: message, errors: [{ field: '', message }], cause });
}

/** The 400 for a value that a schema refused, naming each field. */
export function invalid(error: ZodError): AppError {
  const errors = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new AppError('invalid', { detail, errors });
}

/** Errors of Express's body parsers (http-errors with `type`) keep their status. */
function fromBodyParser(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (type === 'entity.too.large') return new AppError('too-large', { cause: error });
  if (status === 415) return new AppError('wrong-type', { detail: error.message, cause: error });
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new AppError('invalid', {
      detail: error.message,
      errors: [{ field: '', message: error.message }],
      cause: error,
    });
  return null;
}

/** The one Express error handler: renders problem+json, logs faults of ours once, with the correlation id. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const correlationId = correlationIdOf(res);
    const known = toAppError(error);
    if (!known) log.error({ err: error, correlationId }, 'request failed');
    else if (known.status >= 500) log.warn({ err: known, correlationId }, 'request refused');
    if (res.headersSent) {
      next(error);
      return;
    }
    const appError = known ?? new AppError('internal');
    if (appError.options.retryAfterS !== undefined)
      res.set('Retry-After', String(appError.options.retryAfterS));
    res
      .status(appError.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(appError, correlationId)));
  };
}

/** The problem document of an error (RFC 9457). */
export function problemOf(error: AppError, correlationId?: string): Problem {
  const { title, status } = PROBLEMS[error.problem];
  return {
    type: `/problems/${error.problem}`,
    title: title ?? STATUS_CODES[status],
    status,
    ...(error.options.detail === undefined ? {} : { detail: error.options.detail }),
    ...(error.options.errors === undefined ? {} : { errors: error.options.errors }),
    ...error.options.extra,
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}

/** Answers 404 for API paths nobody serves. */
export const notFoundHandler: RequestHandler = (req) => {
  throw new AppError('not-found', { detail: `${req.method} ${req.path}` });
};
