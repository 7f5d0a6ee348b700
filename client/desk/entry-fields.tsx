import { Button, type ComboboxItem, Select, Textarea, TextInput } from '@mantine/core';
import { type Ref, useMemo, useState } from 'react';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import type { CallView } from '../../shared/wire/api.ts';
import { useCity } from '../session/city-words.ts';
import { useSafeEnter } from '../ui/use-safe-enter.ts';
import { useWords } from '../ui/use-words.ts';
import { type Fields, isPlaceOfCall } from './entry-body.ts';
import { type Somewhere, searchWhat, searchWhere, type What } from './entry-search.ts';

const PLACES_SHOWN = 8;

type FieldProps = { fields: Fields; set: (change: Partial<Fields>) => void };

type WhatProps = FieldProps & { all: readonly What[]; missing: boolean; next: () => void };

/** The first fact: what, in whatever words people have for it. */
export function WhatField({ fields, set, all, missing, next }: WhatProps) {
  const { t } = useWords();
  const safeEnter = useSafeEnter();
  const [typed, setTyped] = useState('');
  const hits = useMemo(() => searchWhat(typed, all), [typed, all]);
  const by = new Map(hits.map((hit) => [hit.code, hit.by]));
  const names = new Map(all.map(({ code, name }) => [code, name]));
  return (
    <Select
      label={t('entry.what')}
      placeholder={t('entry.what-hint')}
      searchable
      autoFocus
      {...safeEnter}
      data={all.map(({ code, name }) => ({ value: code, label: name }))}
      filter={({ options }) =>
        inOrder(
          options as ComboboxItem[],
          hits.map(({ code }) => code),
        )
      }
      renderOption={({ option }) => (
        <span className="desk-option">
          <span>{option.label}</span>
          {by.get(option.value) && <span className="desk-option-why">{by.get(option.value)}</span>}
        </span>
      )}
      nothingFoundMessage={t('entry.what-unknown')}
      onSearchChange={(search) => setTyped(search === names.get(fields.category ?? '') ? '' : search)}
      value={fields.category}
      error={missing && t('entry.what-needed')}
      onChange={(category) => {
        set({ category });
        if (category !== null) next();
      }}
    />
  );
}

function inOrder(options: readonly ComboboxItem[], values: readonly string[]): ComboboxItem[] {
  const byValue = new Map(options.map((option) => [option.value, option]));
  return values.flatMap((value) => byValue.get(value) ?? []);
}

type WhereProps = FieldProps & {
  all: readonly Somewhere[];
  call: CallView | null;
  missing: boolean;
  inputRef: Ref<HTMLInputElement>;
  next: () => void;
};

/** The second fact: where, by name or by a click on the map. */
export function WhereField({ fields, set, all, call, missing, inputRef, next }: WhereProps) {
  const { t } = useWords();
  const safeEnter = useSafeEnter();
  const { place, point } = fields;
  const [typed, setTyped] = useState('');
  const hits = useMemo(() => searchWhere(typed, all, PLACES_SHOWN), [typed, all]);
  const chosen =
    place && all.find(({ name, lat, lng }) => name === place.name && lat === place.lat && lng === place.lng);
  const shown = hits.length === 0 && chosen ? [chosen] : hits;
  return (
    <div className="desk-where">
      <Select
        ref={inputRef}
        label={t('entry.where')}
        description={
          point ? t(isPlaceOfCall(point, call) ? 'entry.from-call' : 'entry.point') : t('entry.where-hint')
        }
        placeholder={t('entry.where-placeholder')}
        searchable
        clearable={false}
        {...safeEnter}
        data={shown.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <span className="desk-option">
            <span>{option.label}</span>
            <span className="desk-option-why">{shown.find(({ id }) => id === option.value)?.beside}</span>
          </span>
        )}
        nothingFoundMessage={typed.trim() === '' ? t('entry.where-type') : t('entry.where-unknown')}
        onSearchChange={(search) => setTyped(search === chosen?.name ? '' : search)}
        value={chosen?.id ?? null}
        error={missing && t('entry.where-needed')}
        onChange={(id) => {
          const hit = all.find((one) => one.id === id);
          if (!hit) return;
          const { name, lat, lng, accuracyM } = hit;
          set({ place: { name, lat, lng, accuracyM }, point: null });
          next();
        }}
      />
      {point && (
        <Button type="button" size="compact-xs" variant="default" onClick={() => set({ point: null })}>
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
