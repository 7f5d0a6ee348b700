import { Button, Kbd } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import type { BulkOrder } from './bulk.ts';
import { useActions } from './use-actions.tsx';
import type { Bulk } from './use-bulk.ts';

/** What is about to be sent, and until when it can be undone. */
export function HeldNotice({ bulk: { waiting, undo, sendNow } }: { bulk: Bulk }) {
  const { t } = useWords();
  const tell = useTellOrder();
  useActions(waiting === null ? {} : { undo, 'send-now': sendNow }, 2);
  const secondsLeft = useSecondsUntil(waiting?.until ?? null);
  if (waiting === null) return null;
  const { order, tickets } = waiting.batch;
  return (
    <div className="desk-held" role="status">
      <p>
        {t('bulk.waiting', { what: tell(order), count: tickets.length })}{' '}
        <span aria-hidden className="desk-held-time">
          {t('bulk.seconds', { seconds: secondsLeft })}
        </span>
      </p>
      <Button
        size="compact-sm"
        rightSection={
          <Kbd size="xs" aria-hidden>
            z
          </Kbd>
        }
        onClick={undo}
      >
        {t('bulk.undo')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={sendNow}>
        {t('bulk.send-now')}
      </Button>
    </div>
  );
}

function useTellOrder(): (order: BulkOrder) => string {
  const { t } = useWords();
  const { department } = useCityWords();
  return (order) => {
    switch (order.command) {
      case 'verify':
        return t('command.verify');
      case 'route':
        return t('palette.route-to', { department: department(order.departmentCode).shortName });
      case 'reprioritise':
        return t('bulk.priority', { priority: t(`priority.${order.priority}`) });
    }
  };
}

function useSecondsUntil(until: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
