import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { problemKey } from '../api/problem-text.ts';
import { useWords } from '../ui/use-words.ts';

const UNDO_MS = 12_000;

/** Passing messages: what was done, that it failed and why, and what was done and can be undone for a while. */
export function useTell() {
  const { t } = useWords();
  return {
    done: (message: string) => notifications.show({ message }),
    failed: (error: unknown) => notifications.show({ message: t(problemKey(error)) }),
    undoable(message: string, undo: () => void): void {
      const id = notifications.show({
        autoClose: UNDO_MS,
        message: (
          <span className="room-undo">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {t('room.undo')}
            </Button>
          </span>
        ),
      });
    },
  };
}
