import type { LiveTicket } from '../../shared/wire/live.ts';

/** Somebody who signs in. */
export type Account = { email: string; password: string; departmentCode: string | null };

/** What the API answered; `body` is undefined where it answered nothing. */
export type ApiAnswer = { status: number; body: unknown };

/** The server's API as one signed-in person uses it; signs in when first asked and again when the session has ended. */
export type ApiClient = {
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: object): Promise<ApiAnswer>;
  /** All open tickets and those waiting to be closed, newest first, up to `most`. Throws when the API does not answer 200. */
  unfinishedTickets(most: number): Promise<LiveTicket[]>;
};

const TIMEOUT_MS = 10_000;
const PAGE = 200;

/** A client for one account. Requests that get no answer throw. */
export function createApiClient({ url, account }: { url: string; account: Account }): ApiClient {
  let cookie: string | null = null;
  const request = (method: string, path: string, body?: object) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        origin: url,
        ...(cookie === null ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  const signIn = async (): Promise<void> => {
    const { email, password } = account;
    const response = await request('POST', '/api/auth/sign-in', { email, password });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`);
    cookie = response.headers
      .getSetCookie()
      .map((line) => line.replace(/;.*/, ''))
      .join('; ');
  };
  const ask = async (method: string, path: string, body?: object): Promise<ApiAnswer> => {
    if (cookie === null) await signIn();
    let response = await request(method, path, body);
    if (response.status === 401) {
      await response.arrayBuffer();
      cookie = null;
      await signIn();
      response = await request(method, path, body);
    }
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const get = (path: string) => ask('GET', path);

  return {
    get,
    post: (path, body) => ask('POST', path, body),
    unfinishedTickets: async (most) => {
      const tickets: LiveTicket[] = [];
      const status = 'new,verified,routed,acknowledged,in_progress,returned,resolved';
      let cursor: string | null = '';
      while (cursor !== null && tickets.length < most) {
        const page = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const answer = await get(`/api/tickets?limit=${PAGE}&status=${status}${page}`);
        if (answer.status !== 200) throw new Error(`GET /api/tickets answered ${answer.status}`);
        const found = answer.body as { tickets: LiveTicket[]; nextCursor: string | null };
        tickets.push(...found.tickets);
        cursor = found.nextCursor;
      }
      return tickets;
    },
  };
}
