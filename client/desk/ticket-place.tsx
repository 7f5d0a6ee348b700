import { isVague } from '../../shared/ticket/place.ts';
import { isOpen } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { tellPlace } from '../ticket/place.ts';
import { useWords } from '../ui/use-words.ts';
import { KeyButton } from './key-button.tsx';
import type { Replying } from './use-replying.ts';

/** Where a ticket is, how surely, and what is missing before somebody can be sent there. */
export function TicketPlace({ ticket, replying }: { ticket: LiveTicket; replying: Replying }) {
  const { t } = useWords();
  const { location, facts } = ticket;
  const { accuracyM = null } = location ?? {};
  const remarks = [
    accuracyM ? t('detail.accuracy', { metres: String(Math.round(accuracyM)) }) : null,
    location !== null && facts.place !== undefined ? t('place.by-words') : null,
  ].filter((remark) => remark !== null);
  const lack = lackOf(ticket);
  return (
    <>
      {tellPlace(ticket, t)}
      {remarks.length > 0 && <span className="desk-accuracy">{remarks.join(', ')}</span>}
      {lack !== null && (
        <span className="desk-place-lack" data-lack={lack}>
          {t(`place.${lack}`, { name: facts.outside ?? '' })}
          {lack !== 'outside' && <AskForPin replying={replying} />}
        </span>
      )}
    </>
  );
}

/** The one key that asks for a pin; who was just asked is not asked again. */
function AskForPin({ replying: { askPin, askedAt, busy } }: { replying: Replying }) {
  const { t } = useWords();
  const { times } = useCityWords();
  if (askedAt !== null)
    return <span className="desk-asked">{t('reply.pin-asked-at', { time: times.moment(askedAt) })}</span>;
  if (askPin === null) return null;
  return (
    <KeyButton action="ask-pin" size="compact-xs" busy={busy} press={askPin}>
      {t('command.ask-pin')}
    </KeyButton>
  );
}

/** What an operator should do something about: nobody can go to a place that is not known, or not the city's. */
function lackOf({ location, facts, status }: LiveTicket): 'outside' | 'missing' | 'vague' | null {
  if (!isOpen(status)) return null;
  if (facts.outside !== undefined) return 'outside';
  if (location === null) return 'missing';
  return isVague(location) ? 'vague' : null;
}
