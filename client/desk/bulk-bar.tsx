import { Button, Kbd, Select } from '@mantine/core';
import { useState } from 'react';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useOpenDepartments } from '../session/city-words.ts';
import { useCan } from '../session/session.ts';
import { useSafeEnter } from '../ui/use-safe-enter.ts';
import { useWords } from '../ui/use-words.ts';
import { DESK_ACTIONS } from './actions.ts';
import { type BulkOrder, splitPossible } from './bulk.ts';
import { useActions } from './use-actions.tsx';
import type { Bulk } from './use-bulk.ts';

type Props = { tickets: readonly LiveTicket[]; bulk: Bulk; clear: () => void };

const COMMANDS = ['verify', 'route', 'reprioritise'] as const;

/** What can be done to the tickets chosen together. */
export function BulkBar({ tickets, bulk, clear }: Props) {
  const { t } = useWords();
  const may = useCan();
  const [asking, setAsking] = useState<'route' | 'reprioritise' | null>(null);
  const order = (what: BulkOrder) => {
    const { possible } = splitPossible(tickets, what.command);
    if (possible.length > 0) bulk.hold({ order: what, tickets: possible });
    setAsking(null);
    clear();
  };
  const run = (command: (typeof COMMANDS)[number]) =>
    command === 'verify' ? order({ command }) : setAsking(asking === command ? null : command);
  const offered = COMMANDS.filter((command) => may(`ticket.${command}`));
  useActions(
    {
      ...Object.fromEntries(offered.map((command) => [command, () => run(command)])),
      escape: () => (asking === null ? clear() : setAsking(null)),
    },
    2,
  );
  return (
    <section className="desk-bulk" aria-label={t('bulk.title', { count: tickets.length })}>
      <p aria-live="polite">{t('bulk.title', { count: tickets.length })}</p>
      <div className="desk-bulk-commands">
        {offered.map((command) => {
          const { possible } = splitPossible(tickets, command);
          return (
            <Button
              key={command}
              size="compact-sm"
              variant="default"
              disabled={possible.length === 0}
              {...(command === 'verify' ? {} : { 'aria-expanded': asking === command })}
              rightSection={
                <Kbd size="xs" aria-hidden>
                  {DESK_ACTIONS[command].key}
                </Kbd>
              }
              onClick={() => run(command)}
            >
              {t('bulk.command', { command: t(`command.${command}`), count: possible.length })}
            </Button>
          );
        })}
        <Button size="compact-sm" variant="subtle" onClick={clear}>
          {t('bulk.clear')}
        </Button>
      </div>
      {asking !== null && <Left tickets={tickets} command={asking} />}
      {asking === 'route' && (
        <AskDepartment give={(departmentCode) => order({ command: 'route', departmentCode })} />
      )}
      {asking === 'reprioritise' && (
        <div className="desk-bulk-commands">
          {PRIORITIES.map((priority) => (
            <Button
              key={priority}
              size="compact-sm"
              variant="default"
              onClick={() => order({ command: 'reprioritise', priority })}
            >
              {t(`priority.${priority}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** Those to which it cannot be done are named before, not after. */
function Left({ tickets, command }: { tickets: readonly LiveTicket[]; command: BulkOrder['command'] }) {
  const { t } = useWords();
  const { impossible } = splitPossible(tickets, command);
  if (impossible.length === 0) return null;
  const named = impossible.slice(0, 5).map(({ number, status }) => `${number} (${t(`status.${status}`)})`);
  return (
    <p className="desk-hint">{t('bulk.left', { tickets: named.join(', '), count: impossible.length })}</p>
  );
}

function AskDepartment({ give }: { give: (departmentCode: string) => void }) {
  const { t } = useWords();
  const departments = useOpenDepartments();
  const safeEnter = useSafeEnter();
  return (
    <Select
      size="sm"
      searchable
      autoFocus
      {...safeEnter}
      label={t('command.department')}
      data={departments.map(({ code, name, shortName }) => ({
        value: code,
        label: name === shortName ? name : `${shortName}: ${name}`,
      }))}
      onChange={(code) => code !== null && give(code)}
    />
  );
}
