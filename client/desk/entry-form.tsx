import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import type { CallView } from '../../shared/wire/api.ts';
import { problemKey } from '../api/problem-text.ts';
import { useCreateTicket } from '../api/tickets.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { BLANK, bodyOf, type Fields, locationOf } from './entry-body.ts';
import { MoreFields, WhatField, WhereField } from './entry-fields.tsx';

type Props = {
  entryId: string;
  call: CallView | null;
  point: LatLng | null;
  setPoint: (point: LatLng | null) => void;
  done: (ticketId: string) => void;
  cancel: () => void;
};

/** A call or a visit taken down: what and where make it a ticket, the rest is filled in while talking. */
export function EntryForm({ entryId, call, point, setPoint, done, cancel }: Props) {
  const { t } = useWords();
  const city = useCity();
  const create = useCreateTicket();
  const [fields, setFields] = useState<Fields>({ ...BLANK, phone: call?.callerNumber ?? '' });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Fields>) => setFields((known) => ({ ...known, ...change }));
  usePlaceOfCall(call, fields.kelurahan === null, point, setPoint);
  const location = locationOf(city, fields.kelurahan, point, call);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.category === null || location === null) return;
    create.mutate(bodyOf(entryId, call, fields, fields.category, location), {
      onSuccess: (ticket) => {
        notifications.show({ message: t('entry.created', { number: ticket.number }) });
        done(ticket.id);
      },
    });
  };
  return (
    <form className="desk-entry" onSubmit={submit} aria-label={t('entry.title')}>
      <h2>{t('entry.title')}</h2>
      {call && (
        <p className="desk-hint">
          {t('entry.for-call', { number: call.callerNumber ?? t('desk.call.unknown-number') })}
        </p>
      )}
      <WhatField fields={fields} set={set} missing={tried && fields.category === null} />
      <WhereField
        fields={fields}
        set={set}
        point={point}
        setPoint={setPoint}
        call={call}
        missing={tried && location === null}
      />
      <MoreFields fields={fields} set={set} />
      {create.isError && <p role="alert">{t(problemKey(create.error))}</p>}
      <Group gap="xs">
        <Button type="submit" loading={create.isPending}>
          {t('entry.submit')}
        </Button>
        <Button type="button" variant="default" onClick={cancel}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** Takes the place the exchange or the caller's phone tells, and each better one, until somebody chose another. */
function usePlaceOfCall(
  call: CallView | null,
  unchosen: boolean,
  point: LatLng | null,
  setPoint: (point: LatLng) => void,
): void {
  const taken = useRef<LatLng | null>(point);
  const told = call?.location ?? null;
  useEffect(() => {
    if (told === null || isSame(told, taken.current)) return;
    const follows = unchosen && (point === null || isSame(point, taken.current));
    taken.current = { lat: told.lat, lng: told.lng };
    if (follows) setPoint(taken.current);
  }, [told, unchosen, point, setPoint]);
}

function isSame(a: LatLng, b: LatLng | null): boolean {
  return a.lat === b?.lat && a.lng === b.lng;
}
