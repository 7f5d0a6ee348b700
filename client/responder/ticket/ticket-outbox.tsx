import { useState } from 'react';
import { Link } from 'react-router';
import { isPossible } from '../../../shared/ticket/transitions.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import { isHeld, type OutboxItem, type Refusal } from '../outbox/outbox-item.ts';
import { useOutbox } from '../outbox/outbox-provider.tsx';

/** So many that arrived are still shown. */
const SETTLED_SHOWN = 4;

/**
 * What was done on this phone to the ticket, and what became of it; with what was refused, why, and what can be done.
 * `known` null: the ticket is not the department's any more.
 */
export function TicketOutbox({ ticketId, known }: { ticketId: string; known: LiveTicket | null }) {
  const { t } = useWords();
  const { items, phase } = useOutbox();
  const own = items.filter((item) => item.ticketId === ticketId);
  const settled = own.filter(({ state }) => state === 'sent' || state === 'overtaken').slice(-SETTLED_SHOWN);
  const shown = own.filter(
    (item) => item.state === 'waiting' || item.state === 'refused' || settled.includes(item),
  );
  if (shown.length === 0) return null;
  return (
    <section className="phone-outbox" aria-label={t('outbox.title')}>
      <ul>
        {shown.map((item) => (
          <li key={item.id} data-state={item.state}>
            <ItemLine item={item} isHeld={isHeld(items, item)} />
            {item.state === 'refused' && item.refusal && (
              <Refused item={item} refusal={item.refusal} known={known} />
            )}
          </li>
        ))}
      </ul>
      {phase === 'sign-in' && (
        <Link className="phone-button" to={`/sign-in?next=/responder/${ticketId}`}>
          {t('outbox.sign-in')}
        </Link>
      )}
    </section>
  );
}

function ItemLine({ item, isHeld: held }: { item: OutboxItem; isHeld: boolean }) {
  const { t } = useWords();
  const { times } = useCityWords();
  return (
    <p className="phone-outbox-line">
      <strong>{useWorkName(item)}</strong>
      <span>{t(`outbox.state.${held ? 'held' : item.state}`)}</span>
      <time dateTime={new Date(item.madeAt).toISOString()}>{times.clock(item.madeAt)}</time>
    </p>
  );
}

function useWorkName({ work }: OutboxItem): string {
  const { t } = useWords();
  return work.kind === 'photo' ? t(`outbox.photo.${work.photo}`) : t(`command.${work.command}`);
}

function Refused({ item, refusal, known }: { item: OutboxItem; refusal: Refusal; known: LiveTicket | null }) {
  const { t } = useWords();
  const { again, discard } = useOutbox();
  const [isAsking, setAsking] = useState(false);
  const what = useWorkName(item);
  const why = useWhy(refusal);
  const canAgain =
    known !== null && (item.work.kind === 'photo' || isPossible(known.status, item.work.command));
  return (
    <div className="phone-refused">
      <p role="alert">{why}</p>
      <SaidWords item={item} />
      {isAsking ? (
        <>
          <p>{t('outbox.discard-sure', { what })}</p>
          <button type="button" className="phone-button" onClick={() => void discard(item.id)}>
            {t('outbox.discard')}
          </button>
          <button type="button" className="phone-button" onClick={() => setAsking(false)}>
            {t('action.cancel')}
          </button>
        </>
      ) : (
        <div className="phone-actions-more">
          {canAgain && (
            <button type="button" className="phone-button" onClick={() => void again(item.id, known)}>
              {t('outbox.again')}
            </button>
          )}
          <button type="button" className="phone-button" onClick={() => setAsking(true)}>
            {t('outbox.discard')}
          </button>
        </div>
      )}
    </div>
  );
}

/** What was written, so that it can be read, and copied, before it is thrown away. */
function SaidWords({ item: { work } }: { item: OutboxItem }) {
  if (work.kind === 'photo') return null;
  const words = [work.reason, work.note].filter(Boolean).join('. ');
  return words === '' ? null : <blockquote>{words}</blockquote>;
}

function useWhy(refusal: Refusal): string {
  const { t } = useWords();
  const { department } = useCityWords();
  switch (refusal.cause) {
    case 'changed':
      return t('outbox.why.changed', { status: t(`status.${refusal.status}`) });
    case 'moved':
      return t('outbox.why.moved', { department: department(refusal.departmentCode).shortName });
    case 'forbidden':
      return t('outbox.why.forbidden');
    case 'other':
      return t('outbox.why.other', { why: refusal.why });
  }
}
