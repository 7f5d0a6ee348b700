import { Tabs, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useEffect, useRef } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { placeName } from '../ticket/place.ts';
import { TimeLeft } from '../ticket/time-left.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { type LiveTab, QUEUE_TABS, type QueueTab } from './queue-tabs.ts';
import { SetAside } from './set-aside.tsx';

/** No operator reads further; searching narrows it. */
const SHOWN_AT_MOST = 200;

type Props = {
  tickets: readonly LiveTicket[];
  state: 'ready' | 'loading' | 'failed';
  retry: () => void;
  tab: QueueTab;
  counts: Record<LiveTab, number>;
  setTab: (tab: QueueTab) => void;
  search: string;
  setSearch: (search: string) => void;
  searchRef: Ref<HTMLInputElement>;
  selectedId: string | undefined;
  select: (id: string) => void;
  now: number;
};

/** The tickets to choose from. */
export function Queue(props: Props) {
  const { tab, counts, setTab, select } = props;
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
      {tab === 'set-aside' ? <SetAside open={select} /> : <Tickets {...props} />}
    </section>
  );
}

function Tickets(props: Props) {
  const { tickets, state, retry, tab, search, setSearch, searchRef } = props;
  const { t } = useWords();
  return (
    <>
      <div className="desk-search">
        <TextInput
          ref={searchRef}
          size="xs"
          aria-label={t('desk.search')}
          placeholder={t('desk.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </div>
      {state === 'loading' && <Loading />}
      {state === 'failed' && <Failed offline={false} retry={retry} />}
      {state === 'ready' && tickets.length === 0 && tab !== 'set-aside' && (
        <Empty title={t(search === '' ? `desk.empty.${tab}` : 'desk.empty.search')} />
      )}
      {state === 'ready' && <QueueList {...props} />}
    </>
  );
}

function QueueList({ tickets, selectedId, select, now }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (selectedId === undefined) return;
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  return (
    <ol className="desk-queue-list" ref={list}>
      {tickets.slice(0, SHOWN_AT_MOST).map((ticket) => (
        <li key={ticket.id}>
          <QueueRow ticket={ticket} now={now} selected={ticket.id === selectedId} select={select} />
        </li>
      ))}
    </ol>
  );
}

type RowProps = { ticket: LiveTicket; now: number; selected: boolean; select: (id: string) => void };

function QueueRow({ ticket, now, selected, select }: RowProps) {
  const { t } = useWords();
  const { title, department } = useCityWords();
  const place = placeName(ticket.location) ?? t('ticket.no-place');
  return (
    <button
      type="button"
      className="desk-row"
      aria-current={selected}
      data-ticket={ticket.number}
      onClick={() => select(ticket.id)}
    >
      <SeverityMark priority={ticket.priority} />
      <span className="desk-row-what">
        <strong>{title(ticket)}</strong>
        <span>{[place || t('ticket.outside'), department(ticket.departmentCode).shortName].join(' · ')}</span>
        <span className="desk-row-meta">
          {[
            ticket.number,
            t(`channel.${ticket.channel}`),
            ticket.reportCount > 1 && t('ticket.reports', { count: ticket.reportCount }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="desk-row-when">
        <TimeLeft ticket={ticket} now={now} />
        <StatusWord status={ticket.status} />
      </span>
    </button>
  );
}
