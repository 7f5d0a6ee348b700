import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import type { CallView } from '../../shared/wire/api.ts';
import { useCity } from '../session/city-words.ts';
import { useSafeEnter } from '../ui/use-safe-enter.ts';
import { useWords } from '../ui/use-words.ts';
import type { Fields } from './entry-body.ts';

type FieldProps = { fields: Fields; set: (change: Partial<Fields>) => void };

/** The first fact: what. */
export function WhatField({ fields, set, missing }: FieldProps & { missing: boolean }) {
  const { t, language } = useWords();
  const { categories } = useCity();
  const safeEnter = useSafeEnter();
  return (
    <Select
      label={t('entry.what')}
      searchable
      autoFocus
      {...safeEnter}
      data={categories.map(({ code, name }) => ({ value: code, label: name[language] }))}
      value={fields.category}
      error={missing && t('entry.what-needed')}
      onChange={(category) => set({ category })}
    />
  );
}

type WhereProps = FieldProps & {
  point: LatLng | null;
  setPoint: (point: LatLng | null) => void;
  call: CallView | null;
  missing: boolean;
};

/** The second fact: where, by a click on the map or by kelurahan. */
export function WhereField({ fields, set, point, setPoint, call, missing }: WhereProps) {
  const { t } = useWords();
  const { cells } = useCity();
  const safeEnter = useSafeEnter();
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
        {...safeEnter}
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

/** What can wait until the ticket is on its way. */
export function MoreFields({ fields, set }: FieldProps) {
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
