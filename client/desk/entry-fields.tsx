import { type ComboboxItem, Select, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import { useCity } from '../session/city-words.ts';
import { useSafeEnter } from '../ui/use-safe-enter.ts';
import { useWords } from '../ui/use-words.ts';
import type { Fields } from './entry-body.ts';
import { searchWhat, type What } from './entry-search.ts';

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
