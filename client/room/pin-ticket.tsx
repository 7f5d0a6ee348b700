import { Button, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { usePin } from '../api/room.ts';
import { useLive } from '../live/use-board.ts';
import { useCityWords } from '../session/city-words.ts';
import { byNeed } from '../ticket/order.ts';
import { placeName } from '../ticket/place.ts';
import { useWords } from '../ui/use-words.ts';
import { useTell } from './use-tell.tsx';

/** As many as anybody looks through before typing another letter. */
const SHOWN = 30;

type Option = { value: string; label: string };

/** One of the open tickets for every wall; critical ones are offered first. */
export function PinTicket({ pinned }: { pinned: readonly string[] }) {
  const { t } = useWords();
  const tell = useTell();
  const pin = usePin();
  const readOptions = useTicketOptions(pinned);
  const [options, setOptions] = useState<Option[]>([]);
  const [ticketId, setTicketId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ticketId === null) return;
    pin.mutate(
      { ticketId },
      {
        onSuccess: () => {
          tell.done(t('room.pin.added'));
          setTicketId(null);
          setTried(false);
        },
        onError: tell.failed,
      },
    );
  };
  return (
    <form className="room-form" onSubmit={submit} aria-label={t('room.pin.add-ticket')}>
      <Select
        size="sm"
        searchable
        clearable
        limit={SHOWN}
        label={t('room.pin.ticket')}
        placeholder={t('room.pin.ticket-hint')}
        nothingFoundMessage={t('room.pin.nothing-found')}
        data={options}
        value={ticketId}
        onChange={setTicketId}
        onDropdownOpen={() => setOptions(readOptions())}
        error={tried && ticketId === null && t('room.pin.ticket-needed')}
        clearButtonProps={{ 'aria-label': t('action.cancel') }}
      />
      <div className="room-acts">
        <Button type="submit" size="xs" variant="default" loading={pin.isPending}>
          {t('room.pin.add-ticket')}
        </Button>
      </div>
    </form>
  );
}

/** Reads the board when asked: a list that moves while somebody chooses from it is of no use. */
function useTicketOptions(pinned: readonly string[]): () => Option[] {
  const { board } = useLive();
  const { title } = useCityWords();
  return () =>
    [...board.getSnapshot().tickets.values()]
      .filter(({ id }) => !pinned.includes(id))
      .sort(byNeed)
      .map((ticket) => {
        const words = [ticket.number, title(ticket), placeName(ticket.location)];
        return { value: ticket.id, label: words.filter(Boolean).join(' · ') };
      });
}
