import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useServerNow } from '../session/use-server-now.ts';
import { useWords } from '../ui/use-words.ts';
import { PhoneHeader } from './frame/phone-header.tsx';
import { useKeepPicture } from './kept/use-own-tickets.ts';
import { TicketList } from './list/ticket-list.tsx';
import { TicketPage } from './ticket/ticket-page.tsx';
import { registerWorker } from './worker/registration.ts';
import type { WorkerMessage } from './worker/worker-scope.ts';
import './phone.css';

/** A department's open tickets, or the one that was chosen; side by side where there is room. */
export function Phone() {
  const { t } = useWords();
  const { ticketId } = useParams();
  const now = useServerNow();
  useKeepPicture();
  const isNewer = useWorker();
  return (
    <>
      <PhoneHeader />
      {isNewer && (
        <div className="phone-band" role="status">
          <p>{t('responder.version')}</p>
          <button type="button" className="phone-button" onClick={() => location.reload()}>
            {t('responder.version-take')}
          </button>
        </div>
      )}
      <main id="content" className="phone-main" data-chosen={ticketId !== undefined}>
        <TicketList now={now} chosenId={ticketId} />
        <div className="phone-ticket-pane">
          {ticketId === undefined ? (
            <p className="phone-choose">{t('responder.choose')}</p>
          ) : (
            <TicketPage key={ticketId} id={ticketId} now={now} />
          )}
        </div>
      </main>
    </>
  );
}

/** Installs the service worker, follows where a tapped notification leads; true once a newer version has taken over. */
function useWorker(): boolean {
  const navigate = useNavigate();
  const [isNewer, setNewer] = useState(false);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    const hadOne = serviceWorker.controller !== null;
    const onChange = () => setNewer(hadOne);
    const onMessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'open') void navigate(data.url);
    };
    const onFront = () => {
      if (document.visibilityState === 'visible')
        void registerWorker().then((registration) => registration?.update().catch(() => undefined));
    };
    serviceWorker.addEventListener('controllerchange', onChange);
    serviceWorker.addEventListener('message', onMessage);
    document.addEventListener('visibilitychange', onFront);
    void registerWorker();
    return () => {
      serviceWorker.removeEventListener('controllerchange', onChange);
      serviceWorker.removeEventListener('message', onMessage);
      document.removeEventListener('visibilitychange', onFront);
    };
  }, [navigate]);
  return isNewer;
}
