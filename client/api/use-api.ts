import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type Api, createApi, RequestFailed } from './request.ts';

/** How this part of the page signs its requests. */
export const ApiContext = createContext<Api>(createApi());

export function useApi(): Api {
  return useContext(ApiContext);
}

const RETRIES = 3;

/** Trying again helps where the server was not reached or not ready; what it refused it refuses again. */
export function worthRetrying(count: number, error: Error): boolean {
  if (count >= RETRIES || !(error instanceof RequestFailed)) return false;
  return error.failure === 'offline' || error.failure === 'unavailable';
}

const AGAIN_AFTER_MS = 2_000;
const REFUSED_AGAIN_AFTER_MS = 20_000;

/** For what a whole screen stands on: it says at once that it failed and keeps trying, nobody has to press anything. */
export function retryAfterFailure(query: { state: { status: string; error: Error | null } }): number | false {
  const { status, error } = query.state;
  if (status !== 'error') return false;
  const refused = error instanceof RequestFailed && error.failure === 'unauthenticated';
  return refused ? REFUSED_AGAIN_AFTER_MS : AGAIN_AFTER_MS;
}

/** Detail reads; the live board tells when they are out of date. */
export function createQueries(): QueryClient {
  // A session that ended is noticed by whatever asks first; who is signed in is then asked again.
  const onError = (error: Error) => {
    if (error instanceof RequestFailed && error.failure === 'unauthenticated') forgetPerson(queries);
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: (error, { queryKey }) => queryKey[0] !== 'me' && onError(error) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // 'always': a control room's network may have no internet while the server is right there.
      queries: { retry: worthRetrying, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: worthRetrying, networkMode: 'always' },
    },
  });
  return queries;
}

/** Has the page ask again who is signed in. */
export function forgetPerson(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['me'] });
}
