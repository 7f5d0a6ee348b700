import type { Problem, ProblemId } from '../../shared/wire/problem.ts';

/** Why a request failed: the server's stable id, or `offline` where no server answered. */
export type FailureId = ProblemId | 'offline';

/** A request that was not answered with success. `problem` is what the server said, where it said something. */
export class RequestFailed extends Error {
  readonly failure: FailureId;
  readonly problem: Problem | null;

  constructor(failure: FailureId, problem: Problem | null, cause?: unknown) {
    super(problem?.title ?? failure, { cause });
    this.name = 'RequestFailed';
    this.failure = failure;
    this.problem = problem;
  }
}

export type Api = ReturnType<typeof createApi>;

const TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 120_000;

/**
 * Speaks JSON with the server; signs in with the session cookie, or with `token` where a kiosk has one.
 * Every failure is a `RequestFailed`.
 */
export function createApi({ token }: { token?: string | undefined } = {}) {
  async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
    const headers = new Headers({ Accept: 'application/json' });
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
    const patience = AbortSignal.timeout(isForm ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS);
    const response = await reach(path, {
      method,
      headers,
      credentials: token === undefined ? 'same-origin' : 'omit',
      cache: 'no-store',
      body: isForm ? body : body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    if (!response.ok) throw await failureOf(response);
    return response.status === 204 ? null : await readJson(response);
  }

  return {
    /** The answer is trusted to be what shared/wire says of this path. */
    get: <T>(path: string, signal?: AbortSignal) => send('GET', path, undefined, signal) as Promise<T>,
    post: <T>(path: string, body: unknown) => send('POST', path, body) as Promise<T>,
    put: <T>(path: string, body: unknown) => send('PUT', path, body) as Promise<T>,
    patch: <T>(path: string, body: unknown) => send('PATCH', path, body) as Promise<T>,
    /** A multipart form; the browser sets its own content type. */
    upload: <T>(path: string, form: FormData) => send('POST', path, form) as Promise<T>,
    remove: (path: string, body?: unknown) => send('DELETE', path, body),
  };
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new RequestFailed('offline', null, error);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new RequestFailed('internal', null, error);
  }
}

async function failureOf(response: Response): Promise<RequestFailed> {
  const problem = await readProblem(response);
  const id = problem?.type.replace('/problems/', '') as ProblemId | undefined;
  return new RequestFailed(id ?? guessFrom(response.status), problem);
}

async function readProblem(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) return null;
  return (await response.json().catch(() => null)) as Problem | null;
}

/** For answers that something between us and the server gave. */
function guessFrom(status: number): ProblemId {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many';
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'internal';
}
