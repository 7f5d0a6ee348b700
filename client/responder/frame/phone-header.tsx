import { IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useCityWords } from '../../session/city-words.ts';
import { FreshnessMark } from '../../session/freshness-mark.tsx';
import { useSession } from '../../session/session.ts';
import { useWords } from '../../ui/use-words.ts';
import { useSignal } from '../kept/use-own-tickets.ts';
import { isHeld } from '../outbox/outbox-item.ts';
import { useOutbox } from '../outbox/outbox-provider.tsx';
import { PhoneMenu } from './phone-menu.tsx';

/** Whose tickets, how fresh, what waits to be sent; everything else is in the menu. */
export function PhoneHeader() {
  const { t } = useWords();
  const { departmentCode } = useSession();
  const { department } = useCityWords();
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <header className="phone-head">
      <a className="phone-skip" href="#content">
        {t('skip-to-content')}
      </a>
      <div className="phone-head-row">
        <h1>{t('responder.title', { department: department(departmentCode ?? '').shortName })}</h1>
        <FreshnessMark />
        <button
          type="button"
          className="phone-icon-button"
          aria-label={t('responder.menu')}
          onClick={() => setMenuOpen(true)}
        >
          <IconMenu2 size={22} aria-hidden />
        </button>
      </div>
      <SignalBand />
      {isMenuOpen && <PhoneMenu close={() => setMenuOpen(false)} />}
    </header>
  );
}

/** Says that there is no signal, how old the list is, and what is on its way. Silent while all is well. */
function SignalBand() {
  const { t, duration } = useWords();
  const { times } = useCityWords();
  const { isOffline, asOf } = useSignal();
  const { items, phase } = useOutbox();
  const waiting = items.filter((item) => item.state === 'waiting' && !isHeld(items, item)).length;
  const refused = items.filter(({ state }) => state === 'refused').length;
  if (!isOffline && waiting === 0 && refused === 0) return null;
  const age = asOf === null ? null : Math.max(0, Date.now() - asOf);
  return (
    <div className="phone-band" role="status">
      {isOffline && (
        <p>
          {asOf === null || age === null
            ? t('responder.offline-never')
            : t('responder.offline', { time: times.clock(asOf), age: duration(age) })}
        </p>
      )}
      {waiting > 0 && (
        <p className="phone-band-count">
          {phase === 'sending' && !isOffline
            ? t('outbox.sending', { count: waiting })
            : t('outbox.waiting', { count: waiting })}
        </p>
      )}
      {refused > 0 && <p className="phone-band-count">{t('outbox.refused', { count: refused })}</p>}
      {isOffline && waiting === 0 && <p>{t('responder.offline-keep')}</p>}
    </div>
  );
}
