import { Checkbox } from '@mantine/core';
import type { ReplyRecipient } from '../../shared/wire/replies.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { nameOf } from './use-replying.ts';

type Props = {
  recipients: readonly ReplyRecipient[];
  /** Whom it is not for; left out: nothing is chosen here. */
  left?: readonly string[];
  toggle?: (reportId: string) => void;
};

/** Who reported, through which channel, and whether and until when they can be answered in writing. */
export function ReplyRecipients({ recipients, left = [], toggle }: Props) {
  const { t } = useWords();
  const reachable = recipients.filter(({ kind }) => kind !== null).length;
  return (
    <ul className="desk-reply-people" aria-label={t('reply.to')}>
      {recipients.map((person) => (
        <li key={person.reportId} data-reachable={person.kind !== null}>
          {toggle && reachable > 1 && person.kind !== null ? (
            <Checkbox
              size="sm"
              checked={!left.includes(person.reportId)}
              onChange={() => toggle(person.reportId)}
              label={<Person person={person} />}
            />
          ) : (
            <Person person={person} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Person({ person }: { person: ReplyRecipient }) {
  const { t } = useWords();
  return (
    <span className="desk-reply-person">
      <span className="talk-channel">{t(`channel.${person.channel}`)}</span>
      <span>{nameOf(person) ?? t('reply.person')}</span>
      <Possible person={person} />
    </span>
  );
}

/** What is possible now: until when, how, or what is in the way; a caller's number to call. */
function Possible({ person: { kind, obstacle, windowUntil, phone } }: { person: ReplyRecipient }) {
  const { t } = useWords();
  const { times } = useCityWords();
  if (obstacle !== null) {
    // A masked number cannot be called.
    const canCall = phone !== null && /^\+?\d+$/.test(phone);
    return (
      <span className="desk-reply-how">
        {t(`reply.obstacle.${obstacle}`)}
        {canCall && (
          <>
            {' · '}
            <a href={`tel:${phone}`}>{t('reply.call-back', { phone })}</a>
          </>
        )}
      </span>
    );
  }
  const words =
    kind === 'kept'
      ? t('reply.kept')
      : kind === 'template'
        ? t('reply.by-template')
        : t('reply.window-open', { time: times.moment(Date.parse(windowUntil ?? '')) });
  return <span className="desk-reply-how">{words}</span>;
}
