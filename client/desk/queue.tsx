import { Tabs } from '@mantine/core';
import type { Ref } from 'react';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { NO_FILTER, sameFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { QueueList } from './queue-list.tsx';
import { type LiveTab, QUEUE_TABS } from './queue-tabs.ts';
import { SavedFilters } from './saved-filters.tsx';
import type { Selection } from './selection.ts';
import { SetAside } from './set-aside.tsx';
import type { QueueState } from './use-queue.ts';
import './bars.css';

type Props = {
  queue: QueueState;
  searchRef: Ref<HTMLInputElement>;
  filterOpen: boolean;
  setFilterOpen: (open: boolean) => void;
  currentId: string | undefined;
  open: (id: string) => void;
  selection: Selection;
  toggle: (id: string, range: boolean) => void;
  held: ReadonlySet<string>;
  now: number;
};

/** The tickets to choose from. */
export function Queue(props: Props) {
  const { queue, open } = props;
  const { tab, counts, setTab } = queue;
  const { t } = useWords();
  return (
    <section className="desk-queue" aria-label={t('desk.queue')}>
      <Tabs
        value={tab}
        onChange={(value) => setTab(QUEUE_TABS.find((name) => name === value) ?? 'to-do')}
        variant="default"
      >
        <Tabs.List grow>
          {QUEUE_TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`desk.tab.${name}`)}
              {name in counts && <span className="desk-count">{counts[name as LiveTab]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {tab === 'set-aside' ? <SetAside open={open} /> : <Tickets {...props} />}
    </section>
  );
}

function Tickets({ queue, searchRef, filterOpen, setFilterOpen, ...list }: Props) {
  const { tickets, state, retry, tab, filter } = queue;
  const { t } = useWords();
  const isNarrowed = !sameFilter(filter, NO_FILTER);
  return (
    <>
      <SavedFilters queue={queue} />
      <FilterBar queue={queue} searchRef={searchRef} open={filterOpen} setOpen={setFilterOpen} />
      {state === 'loading' && <Loading />}
      {state === 'failed' && <Failed offline={false} retry={retry} />}
      {state === 'ready' && tickets.length === 0 && tab !== 'set-aside' && (
        <Empty title={t(isNarrowed ? 'desk.empty.search' : `desk.empty.${tab}`)} />
      )}
      {state === 'ready' && tickets.length > 0 && <QueueList tickets={tickets} {...list} />}
    </>
  );
}
