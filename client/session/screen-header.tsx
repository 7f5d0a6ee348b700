import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { NavLink, useNavigate } from 'react-router';
import type { Action } from '../../shared/access/policy.ts';
import type { AskedKey } from '../../shared/text/id.ts';
import { useSignOut } from '../api/account.ts';
import { useWords } from '../ui/use-words.ts';
import { useCity } from './city-words.ts';
import { clearDraftsEverywhere } from './drafts.ts';
import { FreshnessMark, OldPictureBand } from './freshness-mark.tsx';
import { LanguageButton } from './language-button.tsx';
import { leave } from './leaving.ts';
import { SchemeButton } from './scheme-button.tsx';
import { useCan, useSession } from './session.ts';
import './screen-header.css';

const SCREENS: { to: string; text: AskedKey; needs: Action }[] = [
  { to: '/wall', text: 'nav.wall', needs: 'live.wall' },
  { to: '/desk', text: 'nav.desk', needs: 'live.desk' },
  { to: '/room', text: 'nav.room', needs: 'room.manage' },
  { to: '/responder', text: 'nav.responder', needs: 'live.opd' },
  { to: '/executive', text: 'nav.executive', needs: 'insight.read' },
  { to: '/admin', text: 'nav.admin', needs: 'health.read' },
];

/** Head of a working screen: the room, the screens this person may open, freshness, language, theme, the way out. */
export function ScreenHeader() {
  const { roomName } = useCity();
  const { t } = useWords();
  const may = useCan();
  const screens = SCREENS.filter(({ needs }) => may(needs));
  return (
    <>
      <header className="screen-header">
        <a className="skip-link" href="#content">
          {t('skip-to-content')}
        </a>
        <span className="screen-room">{roomName}</span>
        {screens.length > 1 && (
          <nav className="screen-nav">
            {screens.map(({ to, text }) => (
              <NavLink key={to} to={to}>
                {t(text)}
              </NavLink>
            ))}
          </nav>
        )}
        <span className="screen-header-gap" />
        <FreshnessMark />
        <LanguageButton />
        <SchemeButton />
        <SignOutButton />
      </header>
      <OldPictureBand />
    </>
  );
}

function SignOutButton() {
  const { t } = useWords();
  const { name } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const end = async () => {
    await leave();
    clearDraftsEverywhere();
    signOut.mutate(undefined, {
      onSettled: () => {
        void navigate('/sign-in');
        clearDraftsEverywhere();
      },
    });
  };
  return (
    <Tooltip label={`${t('sign-out')} (${name})`}>
      <ActionIcon variant="default" aria-label={t('sign-out')} onClick={() => void end()}>
        <IconLogout size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
