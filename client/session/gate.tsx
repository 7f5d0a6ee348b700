import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import type { Me } from '../../shared/wire/api.ts';
import { useCityView, useMe } from '../api/account.ts';
import { RequestFailed } from '../api/request.ts';
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
  if (me.isError) {
    if (isFailure(me.error, 'unauthenticated')) return <Navigate to={signInPath(pathname)} replace />;
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
        <LiveProvider departmentCode={me.data.departmentCode}>{children}</LiveProvider>
      </WithCity>
    </MeContext>
  );
}

function WithCity({ children }: { children: ReactNode }) {
  const city = useCityView();
  if (city.isPending) return <Loading />;
  if (city.isError)
    return <Failed offline={isFailure(city.error, 'offline')} retry={() => void city.refetch()} />;
  return <CityContext value={city.data}>{children}</CityContext>;
}

function signInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

function isFailure(error: Error, failure: RequestFailed['failure']): boolean {
  return error instanceof RequestFailed && error.failure === failure;
}
