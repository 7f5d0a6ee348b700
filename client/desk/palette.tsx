import '@mantine/spotlight/styles.css';
import { Kbd } from '@mantine/core';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedFilter } from '../../shared/wire/filter.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useLive } from '../live/use-board.ts';
import { useCityWords, useOpenDepartments } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { type ActionId, DESK_ACTIONS, keyCap } from './actions.ts';
import { useActionRegistry } from './use-actions.tsx';

const TICKETS_SHOWN = 6;

type Props = {
  filters: readonly SavedFilter[];
  choose: (filter: SavedFilter) => void;
  open: (ticketId: string) => void;
  /** Hands the chosen ticket to a department; null where that cannot be done now. */
  route: ((departmentCode: string) => void) | null;
};

/** Everything that can be done now, found by typing: Ctrl or Cmd and K. */
export function Palette({ filters, choose, open, route }: Props) {
  const { t } = useWords();
  const registry = useActionRegistry();
  const { board } = useLive();
  const departments = useOpenDepartments();
  const { title } = useCityWords();
  const [query, setQuery] = useState('');
  const [available, setAvailable] = useState<ActionId[]>([]);
  const actions = [
    ...available.filter((id) => id !== 'escape').map((id) => actionOf(id)),
    ...filters.map((filter) => ({
      id: `filter ${filter.id}`,
      group: t('palette.filters'),
      label: filter.name,
      onClick: () => choose(filter),
    })),
    ...(route === null ? [] : departments).map(({ code, shortName, name }) => ({
      id: `route ${code}`,
      group: t('palette.route'),
      label: t('palette.route-to', { department: shortName }),
      ...(name !== shortName && { description: name }),
      onClick: () => route?.(code),
    })),
    ...ticketsByNumber(board.getSnapshot().tickets, query).map((ticket) => ({
      id: `ticket ${ticket.id}`,
      group: t('palette.tickets'),
      label: `${ticket.number} ${title(ticket)}`,
      onClick: () => open(ticket.id),
    })),
  ];

  function actionOf(id: ActionId): SpotlightActionData {
    const { text, key, group } = DESK_ACTIONS[id];
    return {
      id,
      group: t(`desk.keys.group.${group}`),
      label: t(text),
      rightSection: (
        <Kbd size="xs" aria-hidden>
          {keyCap(key)}
        </Kbd>
      ),
      // Once the palette has given the keyboard back, or a form could not take it.
      onClick: () => setTimeout(() => registry.find(id)?.()),
    };
  }

  return (
    <Spotlight
      actions={groupsOf(actions)}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setAvailable(registry.available())}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      maxHeight="60vh"
      limit={24}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}

/** Groups in the order their first action has. */
function groupsOf(actions: (SpotlightActionData & { group?: string })[]) {
  const groups = new Map<string, SpotlightActionData[]>();
  for (const { group = '', ...action } of actions) groups.set(group, [...(groups.get(group) ?? []), action]);
  return [...groups].map(([group, of]) => ({ group, actions: of }));
}

/** Only what looks like a number is searched for among tens of thousands. */
function ticketsByNumber(tickets: ReadonlyMap<string, LiveTicket>, query: string): LiveTicket[] {
  const wanted = query.trim().toUpperCase();
  if (!/\d/.test(wanted)) return [];
  const found: LiveTicket[] = [];
  for (const ticket of tickets.values()) {
    if (!ticket.number.includes(wanted)) continue;
    found.push(ticket);
    if (found.length === TICKETS_SHOWN) break;
  }
  return found;
}
