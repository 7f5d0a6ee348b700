import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Command } from '../../shared/ticket/transitions.ts';
import { problemKey } from '../api/problem-text.ts';
import { type Intention, intend, useCommand } from '../api/tickets.ts';
import { useWords } from '../ui/use-words.ts';

/** Gives a ticket commands and says what came of them; after a conflict the screen shows the newer ticket. */
export function useGiveCommand(ticket: { id: string; version: number }) {
  const { t } = useWords();
  const command = useCommand(ticket.id);
  const { mutateAsync } = command;
  /** About the version on the screen unless a newer one is known. Resolves to whether it was done. */
  const give = useCallback(
    async <C extends Command>(
      name: C,
      body: Intention<C>['body'],
      version = ticket.version,
    ): Promise<boolean> => {
      try {
        await mutateAsync(intend(name, version, body));
        notifications.show({ message: t('command.done', { command: t(`command.${name}`) }) });
        return true;
      } catch (error) {
        notifications.show({ message: t(problemKey(error)), autoClose: 10_000, withBorder: true });
        return false;
      }
    },
    [mutateAsync, ticket.version, t],
  );
  return { give, busy: command.isPending };
}
