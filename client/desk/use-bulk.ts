import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { problemKey } from '../api/problem-text.ts';
import { useApi } from '../api/use-api.ts';
import { useLive } from '../live/use-board.ts';
import { beforeSignOut } from '../session/leaving.ts';
import { useWords } from '../ui/use-words.ts';
import { type BulkBatch, bulkBody, stillApplies } from './bulk.ts';
import { createHeld } from './held.ts';

const AT_ONCE = 4;

/** One command of a batch that was not carried out, and why. */
type Refusal = { number: string; why: string };

/** Gives many tickets one command, after the time in which it can be undone; names each that refused. */
export function useBulk() {
  const { t } = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const { board } = useLive();

  async function give(seen: LiveTicket, { order }: BulkBatch): Promise<Refusal | null> {
    const now = board.getSnapshot().tickets.get(seen.id) ?? seen;
    const { number } = seen;
    if (!stillApplies(seen, now)) return { number, why: t('bulk.changed') };
    const { command, body } = bulkBody(order, now.version, crypto.randomUUID());
    try {
      await api.post(`/api/tickets/${seen.id}/${command}`, body);
      return null;
    } catch (error) {
      return { number, why: t(problemKey(error)) };
    }
  }

  async function send(batch: BulkBatch): Promise<void> {
    const waiting = batch.tickets.values();
    const refused: Refusal[] = [];
    const work = async () => {
      for (const ticket of waiting) {
        const refusal = await give(ticket, batch);
        if (refusal) refused.push(refusal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    void queries.invalidateQueries({ queryKey: ['ticket'] });
    tell(batch, refused);
  }

  function tell({ order, tickets }: BulkBatch, refused: Refusal[]): void {
    const command = t(`command.${order.command}`);
    const done = tickets.length - refused.length;
    if (done > 0) notifications.show({ message: t('bulk.done', { command, count: done }) });
    if (refused.length === 0) return;
    notifications.show({
      title: t('bulk.refused', { command, count: refused.length }),
      message: refused.map(({ number, why }) => `${number}: ${why}`).join('\n'),
      style: { whiteSpace: 'pre-line' },
      autoClose: false,
      withBorder: true,
    });
  }

  /** The page is going away: the requests are let go of, and outlive it. */
  function sendLeaving({ order, tickets }: BulkBatch): void {
    for (const seen of tickets) {
      const now = board.getSnapshot().tickets.get(seen.id) ?? seen;
      if (!stillApplies(seen, now)) continue;
      const { command, body } = bulkBody(order, now.version, crypto.randomUUID());
      void fetch(`/api/tickets/${seen.id}/${command}`, {
        ...{ method: 'POST', keepalive: true, credentials: 'same-origin' },
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }).catch(() => undefined);
    }
  }

  const latest = useRef({ send, sendLeaving });
  useEffect(() => {
    latest.current = { send, sendLeaving };
  });
  const sending = useRef<Promise<void>>(Promise.resolve());
  const [held] = useState(() =>
    createHeld<BulkBatch>({
      send(batch, leaving) {
        if (leaving) latest.current.sendLeaving(batch);
        else sending.current = latest.current.send(batch);
      },
    }),
  );
  useEffect(() => {
    const onLeave = () => held.flush(true);
    window.addEventListener('pagehide', onLeave);
    const stop = beforeSignOut(async () => {
      held.flush();
      await sending.current;
    });
    return () => {
      window.removeEventListener('pagehide', onLeave);
      stop();
      held.flush();
    };
  }, [held]);
  const waiting = useSyncExternalStore(held.subscribe, held.getSnapshot, held.getSnapshot);
  return { waiting, hold: held.hold, undo: held.undo, sendNow: () => held.flush() };
}
export type Bulk = ReturnType<typeof useBulk>;
