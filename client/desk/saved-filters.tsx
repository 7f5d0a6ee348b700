import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useRemoveFilter } from '../api/desk.ts';
import { problemKey } from '../api/problem-text.ts';
import { useWords } from '../ui/use-words.ts';
import { sameFilter } from './filter.ts';
import type { QueueState } from './use-queue.ts';

/** The filters this person keeps, each with how many open tickets it asks for now. */
export function SavedFilters({ queue }: { queue: QueueState }) {
  const { saved, savedCounts, savedFailed, filter, tab, choose } = queue;
  const { t } = useWords();
  const remove = useRemoveFilter();
  if (savedFailed) return <p className="desk-hint desk-saved-failed">{t('filter.failed')}</p>;
  if (saved.length === 0) return null;
  const forget = (id: string) =>
    remove.mutate(id, { onError: (error) => notifications.show({ message: t(problemKey(error)) }) });
  return (
    <ul className="desk-saved" aria-label={t('filter.saved')}>
      {saved.map((one, at) => {
        const chosen = tab === 'open' && sameFilter(one.filter, filter);
        return (
          <li key={one.id} data-chosen={chosen}>
            <button
              type="button"
              aria-pressed={chosen}
              {...(at < 9 && { title: t('filter.key', { key: at + 1 }) })}
              onClick={() => choose(one.filter)}
            >
              {one.name}
              <span className="desk-count">{savedCounts.get(one.id) ?? 0}</span>
            </button>
            {chosen && (
              <ActionIcon
                size="xs"
                variant="subtle"
                aria-label={t('filter.forget', { name: one.name })}
                onClick={() => forget(one.id)}
              >
                <IconX size={12} aria-hidden />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
}
