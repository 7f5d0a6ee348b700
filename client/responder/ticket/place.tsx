import { IconNavigation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { tellPlace } from '../../ticket/place.ts';
import { useWords } from '../../ui/use-words.ts';
import { distanceM, formatDistance, routeLink } from './route-link.ts';

/** The place in words, how far it is, and a way into the phone's own map. */
export function Place({ ticket }: { ticket: LiveTicket }) {
  const { t } = useWords();
  const { location } = ticket;
  if (location === null) return <p className="phone-place">{tellPlace(ticket, t)}</p>;
  return (
    <div className="phone-place">
      <p>{tellPlace(ticket, t)}</p>
      <Distance to={location} />
      <a className="phone-button" href={routeLink(location, ticket.number, navigator.userAgent)}>
        <IconNavigation size={20} stroke={1.6} aria-hidden />
        {t('responder.open-map')}
      </a>
    </div>
  );
}

type Here = { lat: number; lng: number } | 'asking' | 'unknown' | null;

/** From here to there. Where the phone is is asked for only when the person wants it, and sent to nobody. */
function Distance({ to }: { to: { lat: number; lng: number } }) {
  const { t, language } = useWords();
  const [here, setHere] = useState<Here>(null);
  const ask = () => {
    setHere('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setHere({ lat: coords.latitude, lng: coords.longitude }),
      () => setHere('unknown'),
      { maximumAge: 60_000, timeout: 20_000 },
    );
  };
  const mayAsk = usePositionAllowed();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is known to be allowed
  useEffect(() => {
    if (mayAsk) ask();
  }, [mayAsk]);
  if (!('geolocation' in navigator)) return null;
  if (here === null)
    return (
      <button type="button" className="phone-link" onClick={ask}>
        {t('responder.measure')}
      </button>
    );
  if (here === 'asking') return <p className="phone-hint">…</p>;
  if (here === 'unknown') return <p className="phone-hint">{t('responder.distance-unknown')}</p>;
  const distance = formatDistance(distanceM(here, to), language);
  return <p className="phone-hint">{t('responder.distance', { distance })}</p>;
}

/** Has the person allowed it before? Then there is no need to ask again. */
function usePositionAllowed(): boolean {
  const [allowed, setAllowed] = useState(false);
  useEffect(() => {
    navigator.permissions
      ?.query({ name: 'geolocation' })
      .then(({ state }) => setAllowed(state === 'granted'))
      .catch(() => undefined);
  }, []);
  return allowed;
}
