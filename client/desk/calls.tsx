import { Button, Kbd } from '@mantine/core';
import { IconPhone, IconPhoneIncoming, IconPlus } from '@tabler/icons-react';
import type { CallView } from '../../shared/wire/api.ts';
import { useCityWords } from '../session/city-words.ts';
import { useCan } from '../session/session.ts';
import { useWords } from '../ui/use-words.ts';

const SHOWN = 4;

type Props = {
  calls: readonly CallView[];
  take: (call: CallView) => void;
  open: (ticketId: string) => void;
  enter: () => void;
};

/** The 112 calls of the last minutes, and the way to a new entry. */
export function Calls({ calls, take, open, enter }: Props) {
  const { t } = useWords();
  const may = useCan();
  return (
    <section className="desk-calls" aria-label={t('desk.calls')}>
      {may('ticket.create') && (
        <Button
          size="xs"
          fullWidth
          leftSection={<IconPlus size={14} aria-hidden />}
          rightSection={
            <Kbd size="xs" aria-hidden>
              n
            </Kbd>
          }
          onClick={enter}
        >
          {t('desk.new')}
        </Button>
      )}
      {calls.length > 0 && (
        <ol>
          {calls.slice(0, SHOWN).map((call) => (
            <li key={call.callId}>
              <Call call={call} take={take} open={open} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Call({ call, take, open }: Pick<Props, 'take' | 'open'> & { call: CallView }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const number = call.callerNumber ?? t('desk.call.unknown-number');
  const Icon = call.state === 'ended' ? IconPhone : IconPhoneIncoming;
  return (
    <div className="desk-call" data-state={call.state}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className="desk-call-who">
        <strong>{number}</strong>
        <span>
          {t(`desk.call.${call.state}`)} · {times.time(Date.parse(call.at))}
        </span>
      </span>
      {call.ticketId !== null && (
        <Button size="compact-xs" variant="default" onClick={() => call.ticketId && open(call.ticketId)}>
          {t('desk.call.has-ticket', { number: call.ticketNumber ?? '' })}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('desk.call.take', { number })}
        onClick={() => take(call)}
      >
        <IconPlus size={14} aria-hidden />
      </Button>
    </div>
  );
}
