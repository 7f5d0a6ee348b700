import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { type FormEvent, type Ref, useMemo, useState } from 'react';
import { CHANNELS } from '../../shared/report/channel.ts';
import { OPEN_STATUSES, PRIORITIES } from '../../shared/ticket/ticket.ts';
import type { TicketFilter } from '../../shared/wire/filter.ts';
import { useSaveFilter } from '../api/desk.ts';
import { problemKey } from '../api/problem-text.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { countAsked, NO_FILTER } from './filter.ts';
import type { QueueState } from './use-queue.ts';

type Props = {
  queue: QueueState;
  searchRef: Ref<HTMLInputElement>;
  open: boolean;
  setOpen: (open: boolean) => void;
};

/** Narrows the queue: by words at once, by the rest on demand. */
export function FilterBar({ queue, searchRef, open, setOpen }: Props) {
  const { t } = useWords();
  const { filter, setFilter } = queue;
  const asked = countAsked(filter);
  return (
    <>
      <div className="desk-search">
        <TextInput
          ref={searchRef}
          size="xs"
          aria-label={t('desk.search')}
          placeholder={t('desk.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Button
          size="xs"
          variant={asked > 0 ? 'filled' : 'default'}
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('filter.title')}
          {asked > 0 && ` (${asked})`}
        </Button>
      </div>
      {open && <FilterPanel filter={filter} setFilter={setFilter} close={() => setOpen(false)} />}
    </>
  );
}

type PanelProps = { filter: TicketFilter; setFilter: (filter: TicketFilter) => void; close: () => void };

function FilterPanel({ filter, setFilter, close }: PanelProps) {
  const { t } = useWords();
  const set = (change: Partial<TicketFilter>) => setFilter({ ...filter, ...change });
  return (
    <section
      className="desk-filter"
      aria-label={t('filter.title')}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <FilterFields filter={filter} set={set} />
      <Checkbox
        size="xs"
        label={t('filter.breached')}
        checked={filter.breached}
        onChange={(event) => set({ breached: event.currentTarget.checked })}
      />
      <KeepFilter filter={filter} />
      <div className="desk-bulk-commands">
        <Button size="compact-xs" variant="default" onClick={() => setFilter(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={close}>
          {t('action.close')}
        </Button>
      </div>
    </section>
  );
}

function FilterFields({
  filter,
  set,
}: {
  filter: TicketFilter;
  set: (change: Partial<TicketFilter>) => void;
}) {
  const { t, language } = useWords();
  const city = useCity();
  const options = useMemo(
    () => ({
      departments: city.departments.map(({ code, shortName }) => ({ value: code, label: shortName })),
      kecamatan: [...new Set(city.cells.map(({ kecamatan }) => kecamatan))].sort(),
      categories: city.categories.map(({ code, name }) => ({ value: code, label: name[language] })),
    }),
    [city, language],
  );
  const shared = { size: 'xs', searchable: true, clearable: true, hidePickedOptions: true } as const;
  return (
    <>
      <MultiSelect
        {...shared}
        autoFocus
        label={t('detail.status')}
        data={OPEN_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={filter.statuses}
        onChange={(statuses) => set({ statuses })}
      />
      <MultiSelect
        {...shared}
        label={t('command.priority-label')}
        data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        value={filter.priorities}
        onChange={(priorities) => set({ priorities })}
      />
      <MultiSelect
        {...shared}
        label={t('command.department')}
        data={options.departments}
        value={filter.departments}
        onChange={(departments) => set({ departments })}
      />
      <MultiSelect
        {...shared}
        label={t('filter.kecamatan')}
        data={options.kecamatan}
        value={filter.kecamatan}
        onChange={(kecamatan) => set({ kecamatan })}
      />
      <MultiSelect
        {...shared}
        label={t('command.category')}
        data={options.categories}
        value={filter.categories}
        onChange={(categories) => set({ categories })}
      />
      <MultiSelect
        {...shared}
        label={t('filter.channel')}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={filter.channels}
        onChange={(channels) => set({ channels })}
      />
    </>
  );
}

/** Gives the filter a name, under which it is there at every desk. */
function KeepFilter({ filter }: { filter: TicketFilter }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const save = useSaveFilter();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save.mutate(
      { name: name.trim(), filter },
      {
        onSuccess: () => setName(''),
        onError: (error) => notifications.show({ message: t(problemKey(error)) }),
      },
    );
  };
  return (
    <form className="desk-keep" onSubmit={submit}>
      <TextInput
        size="xs"
        label={t('filter.name')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" loading={save.isPending}>
        {t('filter.save')}
      </Button>
    </form>
  );
}
