import { IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSignOut } from '../../api/account.ts';
import { useSession } from '../../session/session.ts';
import { chooseLanguage } from '../../ui/i18n.ts';
import { useWords } from '../../ui/use-words.ts';
import { wipeKept } from '../kept/kept-picture.ts';
import { isOpen } from '../outbox/outbox.ts';
import { useOutbox } from '../outbox/outbox-provider.tsx';
import { wipeOutbox } from '../outbox/phone-store.ts';
import { PushSwitch } from '../push/push-switch.tsx';
import { leavePush } from '../push/subscription.ts';
import { usePhoneScheme } from './phone-frame.tsx';
import { Sheet } from './sheet.tsx';

/** Being told, language, theme, and the way out. */
export function PhoneMenu({ close }: { close: () => void }) {
  const { t, language } = useWords();
  const { name } = useSession();
  const { scheme, choose } = usePhoneScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  const SchemeIcon = scheme === 'dark' ? IconSun : IconMoon;
  const otherLanguage = language === 'id' ? 'en' : 'id';
  return (
    <Sheet title={name} close={close}>
      <PushSwitch />
      <button
        type="button"
        className="phone-item"
        lang={otherLanguage}
        onClick={() => void chooseLanguage(otherLanguage)}
      >
        <IconLanguage size={22} aria-hidden />
        {t('language.switch')}
      </button>
      <button type="button" className="phone-item" onClick={() => choose(other)}>
        <SchemeIcon size={22} aria-hidden />
        {t(`theme.${other}`)}
      </button>
      <SignOut />
      <button type="button" className="phone-button" onClick={close}>
        {t('action.close')}
      </button>
    </Sheet>
  );
}

/** Leaves nothing on the phone. What was not sent yet would be lost: that is asked about. */
function SignOut() {
  const { t } = useWords();
  const { items } = useOutbox();
  const [isAsking, setAsking] = useState(false);
  const leave = useLeaving();
  const unsent = items.filter(isOpen).length;
  if (isAsking)
    return (
      <div className="phone-ask" role="alert">
        <p>
          <strong>{t('outbox.leave-title')}</strong> {t('outbox.leave', { count: unsent })}
        </p>
        <button type="button" className="phone-button" onClick={leave}>
          {t('outbox.leave-sure')}
        </button>
        <button type="button" className="phone-button" onClick={() => setAsking(false)}>
          {t('action.cancel')}
        </button>
      </div>
    );
  return (
    <button type="button" className="phone-item" onClick={() => (unsent > 0 ? setAsking(true) : leave())}>
      <IconLogout size={22} aria-hidden />
      {t('sign-out')}
    </button>
  );
}

function useLeaving(): () => void {
  const { id } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return () =>
    void (async () => {
      await leavePush().catch(() => undefined);
      await Promise.allSettled([wipeKept(), wipeOutbox(id)]);
      signOut.mutate(undefined, {
        onSettled: () => void navigate('/sign-in'),
      });
    })();
}
