import { IconLock, IconScreenShare } from '@tabler/icons-react';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { can } from '../../shared/access/policy.ts';
import { useCityView, useMe } from '../api/account.ts';
import { createApi, RequestFailed } from '../api/request.ts';
import { ApiContext, createQueries } from '../api/use-api.ts';
import { CityContext } from '../session/city-words.ts';
import { LiveProvider } from '../session/live-provider.tsx';
import { Failed, Forbidden, Loading, StateMessage } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { onKioskTokenReplaced, takeKioskToken } from './kiosk-token.ts';
import { SpeakerContext, useNewSpeaker } from './use-speaker.ts';
import { Wall } from './wall.tsx';
import { applyWallTheme } from './wall-theme.ts';
import './wall-tokens.css';
import './wall.css';
import './wall-panels.css';
import './wall-scenes.css';

/** The wall: signs in by the screen's own token or a person's session, and comes back from everything by itself. */
export function WallScreen() {
  const [token, setToken] = useState(takeKioskToken);
  const speaker = useNewSpeaker();
  useEffect(() => onKioskTokenReplaced(setToken), []);
  useEffect(() => applyWallTheme(), []);
  return (
    <SpeakerContext value={speaker}>
      <WallOf key={token} token={token} />
    </SpeakerContext>
  );
}

/** For one token: nothing that was asked with another one counts. */
function WallOf({ token }: { token: string | null }) {
  const [queries] = useState(createQueries);
  const api = useMemo(() => createApi(token === null ? {} : { token }), [token]);
  return (
    <QueryClientProvider client={queries}>
      <ApiContext value={api}>
        <WallGate token={token}>
          <Wall />
        </WallGate>
      </ApiContext>
    </QueryClientProvider>
  );
}

function WallGate({ token, children }: { token: string | null; children: ReactNode }) {
  const { t } = useWords();
  const me = useMe();
  const city = useCityView();
  if (me.isError && isFailure(me.error, 'unauthenticated')) return <NotLetIn hasToken={token !== null} />;
  const broken = me.error ?? city.error;
  if (me.data && !can(me.data, 'live.wall'))
    return <Standing content={<Forbidden name={me.data.name} role={t(`role.${me.data.role}`)} />} />;
  if (me.data && city.data)
    return (
      <CityContext value={city.data}>
        <LiveProvider token={token ?? undefined}>{children}</LiveProvider>
      </CityContext>
    );
  if (broken === null) return <Standing content={<Loading />} />;
  const retry = () => {
    void me.refetch();
    void city.refetch();
  };
  return <Standing content={<Failed offline={isFailure(broken, 'offline')} retry={retry} />} />;
}

function NotLetIn({ hasToken }: { hasToken: boolean }) {
  const { t } = useWords();
  const Icon = hasToken ? IconLock : IconScreenShare;
  return (
    <Standing
      content={
        <StateMessage
          icon={<Icon size="2.6em" stroke={1.4} aria-hidden />}
          title={t(hasToken ? 'wall.token-refused' : 'wall.token-missing')}
          why={t(hasToken ? 'wall.token-refused-why' : 'wall.token-missing-why')}
          action={
            <a className="state-action" href="/sign-in?next=/wall">
              {t('sign-in.submit')}
            </a>
          }
        />
      }
    />
  );
}

/** A message readable from the other end of the room. */
function Standing({ content }: { content: ReactNode }) {
  return <main className="wall-standing">{content}</main>;
}

function isFailure(error: Error | null, failure: RequestFailed['failure']): boolean {
  return error instanceof RequestFailed && error.failure === failure;
}
