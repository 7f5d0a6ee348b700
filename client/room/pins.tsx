import { Button } from '@mantine/core';
import type { Pin } from '../../shared/wire/room.ts';
import type { PinBody } from '../../shared/wire/room-api.ts';
import { MOST_PINS } from '../../shared/wire/room-limits.ts';
import { usePin, useUnpin } from '../api/room.ts';
import { useBoard } from '../live/use-board.ts';
import { useCityWords } from '../session/city-words.ts';
import { placeName } from '../ticket/place.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { PinMessage } from './pin-message.tsx';
import { PinTicket } from './pin-ticket.tsx';
import { useTell } from './use-tell.tsx';

/** What is pinned on every wall, and how something else is. */
export function Pins({ pins }: { pins: readonly Pin[] }) {
  const { t } = useWords();
  const isFull = pins.length >= MOST_PINS;
  return (
    <section className="room-panel" aria-labelledby="pins">
      <h2 id="pins">{t('room.pins')}</h2>
      {pins.length === 0 ? (
        <p className="room-none">{t('room.pins.none')}</p>
      ) : (
        <ul className="room-list">
          {pins.map((pin) => (
            <PinRow key={pin.id} pin={pin} />
          ))}
        </ul>
      )}
      {isFull ? (
        <p className="room-note">{t('room.pin.full', { count: MOST_PINS })}</p>
      ) : (
        <>
          <PinMessage />
          <PinTicket pinned={pins.flatMap((pin) => (pin.kind === 'ticket' ? pin.ticketId : []))} />
        </>
      )}
    </section>
  );
}

function PinRow({ pin }: { pin: Pin }) {
  const { t } = useWords();
  const { times, title } = useCityWords();
  const ticketId = pin.kind === 'ticket' ? pin.ticketId : null;
  const ticket = useBoard(({ tickets }) => (ticketId === null ? undefined : tickets.get(ticketId)));
  const what = pin.kind === 'message' ? pin.text : (ticket?.number ?? t('room.pin.gone'));
  return (
    <li>
      <div className="room-what">
        {pin.kind === 'message' && <p>{pin.text}</p>}
        {pin.kind === 'ticket' &&
          (ticket ? (
            <p>
              <SeverityMark priority={ticket.priority} /> {title(ticket)}
              <small>
                {ticket.number} {placeName(ticket.location)}
              </small>
            </p>
          ) : (
            <p>{t('room.pin.gone')}</p>
          ))}
        <small>{t('room.pin.by', { who: pin.by, at: times.moment(Date.parse(pin.at)) })}</small>
      </div>
      <TakeDown pin={pin} what={what} />
    </li>
  );
}

/** Taking down can be undone for a while: the same is pinned again. */
function TakeDown({ pin, what }: { pin: Pin; what: string }) {
  const { t } = useWords();
  const tell = useTell();
  const unpin = useUnpin();
  const again = usePin();
  const body: PinBody = pin.kind === 'message' ? { text: pin.text } : { ticketId: pin.ticketId };
  const undo = () => again.mutate({ ...body, id: crypto.randomUUID() }, { onError: tell.failed });
  const takeDown = () =>
    unpin.mutateAsync(pin.id).then(() => tell.undoable(t('room.pin.removed'), undo), tell.failed);
  return (
    <Button
      size="xs"
      variant="default"
      loading={unpin.isPending}
      aria-label={t('room.pin.remove-named', { what })}
      onClick={() => void takeDown()}
    >
      {t('room.pin.remove')}
    </Button>
  );
}
