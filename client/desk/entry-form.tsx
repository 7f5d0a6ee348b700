import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import type { CallView } from '../../shared/wire/api.ts';
import { useCaller, useNear } from '../api/desk.ts';
import { problemKey } from '../api/problem-text.ts';
import { useCreateTicket } from '../api/tickets.ts';
import { useWords } from '../ui/use-words.ts';
import { CallerHistory } from './caller-history.tsx';
import { bodyOf, type Fields, isPlaced, locationOf } from './entry-body.ts';
import { MoreFields, WhatField } from './entry-fields.tsx';
import { NearList } from './near-list.tsx';
import { useActions } from './use-actions.tsx';
import { useEntrySearch } from './use-entry-search.ts';
import { WhereField } from './where-field.tsx';

type Props = {
  entryId: string;
  call: CallView | null;
  fields: Fields;
  set: (change: Partial<Fields>) => void;
  done: (ticketId: string) => void;
  /** Puts it away for now. */
  hide: () => void;
  cancel: () => void;
};

/** A call or a visit taken down: what and where make it a ticket, the rest is filled in while talking. */
export function EntryForm({ entryId, call, fields, set, done, hide, cancel }: Props) {
  const { t } = useWords();
  const create = useCreateTicket();
  const search = useEntrySearch();
  const [tried, setTried] = useState(false);
  const where = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  usePlaceOfCall(call, fields, set);
  useNameOfCaller(fields, set);
  const location = locationOf(fields, call);
  const placed = isPlaced(fields, call);
  const near = useNear(location && { ...location, category: fields.category });
  const send = (joinTicketId: string | null) => {
    if (create.isPending) return;
    create.mutate(bodyOf(entryId, call, fields, joinTicketId), {
      onSuccess: (ticket) => {
        const text = joinTicketId === null ? 'entry.created' : 'entry.joined';
        notifications.show({ message: t(text, { number: ticket.number }) });
        done(ticket.id);
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.category !== null && placed) send(null);
  };
  // Not the ticket that the call itself has already.
  const others = (location && near.data ? near.data : []).filter(
    ({ ticket }) => ticket.id !== call?.ticketId,
  );
  const first = others[0];
  useActions({ join: first && (() => send(first.ticket.id)), escape: hide }, 2);
  useJoinKey(first && (() => send(first.ticket.id)));
  return (
    <form className="desk-entry" onSubmit={submit} aria-label={t('entry.title')}>
      <h2>{t('entry.title')}</h2>
      {call && (
        <p className="desk-hint">
          {t('entry.for-call', { number: call.callerNumber ?? t('desk.call.unknown-number') })}
        </p>
      )}
      <WhatField
        fields={fields}
        set={set}
        all={search.what}
        missing={tried && fields.category === null}
        next={() => soon(() => (placed ? submitButton : where).current?.focus())}
      />
      <WhereField
        fields={fields}
        set={set}
        all={search.where}
        call={call}
        missing={tried && !placed}
        inputRef={where}
        next={() => soon(() => submitButton.current?.focus())}
      />
      {others.length > 0 && (
        <section className="desk-duplicates" aria-label={t('near.title')}>
          <h3>{t('near.title')}</h3>
          <NearList near={others} join={send} open={null} />
        </section>
      )}
      {create.isError && <p role="alert">{t(problemKey(create.error))}</p>}
      <Group gap="xs">
        <Button ref={submitButton} type="submit" loading={create.isPending}>
          {t('entry.submit')}
        </Button>
        <Button type="button" variant="default" onClick={cancel}>
          {t('action.cancel')}
        </Button>
      </Group>
      <MoreFields fields={fields} set={set} />
      <Caller phone={fields.phone} ownTicketId={call?.ticketId ?? null} />
    </form>
  );
}

/** After the list has closed, which gives the keyboard back to its own field. */
function soon(act: () => void): void {
  setTimeout(act);
}

/** A function key is no writing: it joins from within any field. */
function useJoinKey(join: (() => void) | undefined): void {
  const latest = useRef(join);
  useEffect(() => {
    latest.current = join;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key !== 'F2' || !writing || !latest.current) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** The call itself is no history. */
function Caller({ phone, ownTicketId }: { phone: string; ownTicketId: string | null }) {
  const { t } = useWords();
  const { data = [] } = useCaller(phone);
  const earlier = data.filter(({ ticket }) => ticket === null || ticket.id !== ownTicketId);
  if (earlier.length === 0) return null;
  return (
    <section aria-label={t('caller.title')}>
      <h3>{t('caller.title')}</h3>
      <CallerHistory reports={earlier} open={null} />
    </section>
  );
}

/** Who called before gave a name then; whoever writes another one is right. */
function useNameOfCaller({ phone, name }: Fields, set: Props['set']): void {
  const { data } = useCaller(phone);
  const known = data?.find((report) => report.name !== null)?.name ?? null;
  const filled = useRef<string | null>(null);
  useEffect(() => {
    if (known === null || filled.current === phone || name !== '') return;
    filled.current = phone;
    set({ name: known });
  }, [known, phone, name, set]);
}

/** Takes the place the exchange or the caller's phone tells, and each better one, until somebody chose another. */
function usePlaceOfCall(call: CallView | null, { place, point }: Fields, set: Props['set']): void {
  const taken = useRef<LatLng | null>(point);
  const told = call?.location ?? null;
  useEffect(() => {
    if (told === null || isSame(told, taken.current)) return;
    const follows = place === null && (point === null || isSame(point, taken.current));
    taken.current = { lat: told.lat, lng: told.lng };
    if (follows) set({ point: taken.current });
  }, [told, place, point, set]);
}

function isSame(a: LatLng, b: LatLng | null): boolean {
  return a.lat === b?.lat && a.lng === b.lng;
}
