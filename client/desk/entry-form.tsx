import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useMemo, useState } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import { PRIORITIES, type Priority } from '../../shared/ticket/ticket.ts';
import type { CallView, CityView, CreateTicketBody } from '../../shared/wire/api.ts';
import { problemKey } from '../api/problem-text.ts';
import { useCreateTicket } from '../api/tickets.ts';
import { middleOf } from '../map/areas-to-name.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';

/** How far off a kelurahan's middle may be from where it happened, metres. */
const KELURAHAN_ACCURACY_M = 800;

type Props = {
  entryId: string;
  call: CallView | null;
  point: LatLng | null;
  setPoint: (point: LatLng | null) => void;
  done: (ticketId: string) => void;
  cancel: () => void;
};

type Fields = {
  category: string | null;
  kelurahan: string | null;
  priority: Priority | null;
  address: string;
  text: string;
  name: string;
  phone: string;
};

/** A call or a visit taken down: what and where make it a ticket, the rest is filled in while talking. */
export function EntryForm({ entryId, call, point, setPoint, done, cancel }: Props) {
  const { t } = useWords();
  const city = useCity();
  const create = useCreateTicket();
  const [fields, setFields] = useState<Fields>({ ...BLANK, phone: call?.callerNumber ?? '' });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Fields>) => setFields((known) => ({ ...known, ...change }));
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

const BLANK: Fields = {
  category: null,
  kelurahan: null,
  priority: null,
  address: '',
  text: '',
  name: '',
  phone: '',
};

type FieldProps = { fields: Fields; set: (change: Partial<Fields>) => void };

function WhatField({ fields, set, missing }: FieldProps & { missing: boolean }) {
  const { t, language } = useWords();
  const { categories } = useCity();
  return (
    <Select
      label={t('entry.what')}
      searchable
      autoFocus
      selectFirstOptionOnChange
      data={categories.map(({ code, name }) => ({ value: code, label: name[language] }))}
      value={fields.category}
      error={missing && t('entry.what-needed')}
      onChange={(category) => set({ category })}
    />
  );
}

type WhereProps = FieldProps & Pick<Props, 'point' | 'setPoint' | 'call'> & { missing: boolean };

function WhereField({ fields, set, point, setPoint, call, missing }: WhereProps) {
  const { t } = useWords();
  const { cells } = useCity();
  const areas = useMemo(
    () => cells.map(({ code, name, kecamatan }) => ({ value: code, label: `${name}, ${kecamatan}` })),
    [cells],
  );
  const fromCall = point !== null && call?.location?.lat === point.lat && call.location.lng === point.lng;
  return (
    <div className="desk-where">
      <Select
        label={t('entry.where')}
        description={point ? t(fromCall ? 'entry.from-call' : 'entry.point') : t('entry.where-hint')}
        placeholder={t('entry.kelurahan')}
        searchable
        clearable={false}
        selectFirstOptionOnChange
        data={areas}
        value={fields.kelurahan}
        error={missing && t('entry.where-needed')}
        onChange={(kelurahan) => {
          set({ kelurahan });
          setPoint(null);
        }}
      />
      {point && (
        <Button type="button" size="compact-xs" variant="default" onClick={() => setPoint(null)}>
          {t('entry.clear-point')}
        </Button>
      )}
      <TextInput
        label={t('entry.address')}
        value={fields.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
    </div>
  );
}

function MoreFields({ fields, set }: FieldProps) {
  const { t } = useWords();
  const { categories } = useCity();
  const usual = categories.find(({ code }) => code === fields.category)?.priority;
  return (
    <>
      <Textarea
        label={t('entry.text')}
        autosize
        minRows={2}
        value={fields.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className="desk-entry-row">
        <TextInput
          label={t('entry.phone')}
          type="tel"
          value={fields.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <TextInput
          label={t('entry.name')}
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          label={t('entry.priority')}
          clearable
          placeholder={usual && t('entry.priority-default', { priority: t(`priority.${usual}`) })}
          data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={fields.priority}
          onChange={(value) => set({ priority: PRIORITIES.find((known) => known === value) ?? null })}
        />
      </div>
    </>
  );
}

type Location = NonNullable<CreateTicketBody['location']>;

/** The point on the map where there is one, with the call's own accuracy; else the middle of the kelurahan. */
function locationOf(
  city: CityView,
  kelurahan: string | null,
  point: LatLng | null,
  call: CallView | null,
): Location | null {
  if (point !== null) {
    const sameAsCall = call?.location?.lat === point.lat && call.location.lng === point.lng;
    return { ...point, accuracyM: sameAsCall ? (call.location?.accuracyM ?? null) : null };
  }
  const cell = city.cells.find(({ code }) => code === kelurahan);
  const middle = cell && middleOf(cell.rings);
  return middle ? { lat: middle[0], lng: middle[1], accuracyM: KELURAHAN_ACCURACY_M } : null;
}

function bodyOf(
  entryId: string,
  call: CallView | null,
  { priority, address, text, name, phone }: Fields,
  category: string,
  location: Location,
): CreateTicketBody {
  const reporter = {
    ...(name.trim() && { name: name.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
  };
  return {
    entryId,
    ...(call && { callId: call.callId }),
    category,
    ...(priority && { priority }),
    text: text.trim(),
    location,
    ...(address.trim() && { address: address.trim() }),
    ...(Object.keys(reporter).length > 0 && { reporter }),
  };
}
