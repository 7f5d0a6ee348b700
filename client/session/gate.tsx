import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import type { Me } from '../../shared/wire/api.ts';
import { useCityView, useMe } from '../api/account.ts';
import { RequestFailed } from '../api/request.ts';
import { forgetPerson } from '../api/use-api.ts';
import { useConnection } from '../live/use-board.ts';
import { Failed, Forbidden, Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { CityContext } from './city-words.ts';
import { homeOf } from './home.ts';
import { LiveProvider } from './live-provider.tsx';
import { MeContext } from './session.ts';

/**
 * Lets in who is signed in and may see the screen; then the person, the city and the live board are there for
 * everything below. Others are sent to sign in, or told that they may not.
 */
export function Gate({ admits, children }: { admits: (me: Me) => boolean; children: ReactNode }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const me = useMe();
  if (me.isPending) return <Loading />;
  if (isFailure(me.error, 'unauthenticated')) return <Navigate to={signInPath(pathname)} replace />;
  // What was known once is not taken away because the server cannot be asked just now.
  if (me.data === undefined) {
    return <Failed offline={isFailure(me.error, 'offline')} retry={() => void me.refetch()} />;
  }
  if (!admits(me.data)) {
    return (
      <Forbidden
        name={me.data.name}
        role={t(`role.${me.data.role}`)}
        action={
          <Link className="state-action" to={homeOf(me.data.role)}>
            {t('state.home')}
          </Link>
        }
      />
    );
  }
  return (
    <MeContext value={me.data}>
      <WithCity>
        <LiveProvider departmentCode={me.data.departmentCode}>
          <SessionWatch />
          {children}
        </LiveProvider>
      </WithCity>
    </MeContext>
  );
}

/** The live connection hears first that a session was ended. */
function SessionWatch() {
  const { refusal } = useConnection();
  const queries = useQueryClient();
  useEffect(() => {
    if (refusal === 'unauthenticated' || refusal === 'forbidden') forgetPerson(queries);
  }, [refusal, queries]);
  return null;
}

function WithCity({ children }: { children: ReactNode }) {
  const city = useCityView();
  if (city.isPending) return <Loading />;
  if (city.data === undefined)
    return <Failed offline={isFailure(city.error, 'offline')} retry={() => void city.refetch()} />;
  return <CityContext value={city.data}>{children}</CityContext>;
}

function signInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

function isFailure(error: Error | null, failure: RequestFailed['failure']): boolean {
  return error instanceof RequestFailed && error.failure === failure;
}
