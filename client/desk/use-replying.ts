import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { ReplyBody, ReplyRecipient } from '../../shared/wire/replies.ts';
import { problemKey } from '../api/problem-text.ts';
import { useReplies, useReply, useRetryReply } from '../api/replies.ts';
import { useWords } from '../ui/use-words.ts';
import { useActions } from './use-actions.tsx';

/** Who was asked for a pin within this time is not asked again by the one key. */
const ASKED_LATELY_MS = 30 * 60_000;

type Said = Omit<ReplyBody, 'version' | 'commandId'>;

/** All that a screen needs to answer a ticket's reporters; of who may not, nothing is known. */
export function useReplying(ticket: TicketDetail, mayReply: boolean) {
  const { t } = useWords();
  const query = useReplies(ticket.id, ticket.version, mayReply);
  const { mutateAsync, isPending } = useReply(ticket.id);
  const { mutate: mutateRetry } = useRetryReply(ticket.id);
  const { replies = [], recipients = [] } = query.data ?? {};

  const say = useCallback(
    async (said: Said): Promise<boolean> => {
      const common = { version: ticket.version, commandId: crypto.randomUUID() };
      try {
        const { replies: going, leftOut } = await mutateAsync({ ...said, ...common });
        const left = leftOut.length;
        const count = going.length;
        const key =
          said.text === undefined ? 'reply.asked-pin' : left > 0 ? 'reply.done-without' : 'reply.done';
        notifications.show({ message: t(key, { count: String(count), left: String(left) }) });
        return true;
      } catch (error) {
        notifications.show({ message: t(problemKey(error)), autoClose: 10_000, withBorder: true });
        return false;
      }
    },
    [mutateAsync, ticket.version, t],
  );

  const retry = useCallback(
    (replyId: string) =>
      mutateRetry(replyId, {
        onError: (error) =>
          notifications.show({ message: t(problemKey(error)), autoClose: 10_000, withBorder: true }),
      }),
    [mutateRetry, t],
  );
  const reachable = useMemo(() => recipients.filter(({ kind }) => kind !== null), [recipients]);
  const askedAt = useMemo(() => lastAsked(replies), [replies]);
  const askPin =
    !mayReply || reachable.length === 0 || askedAt !== null || isPending || ticket.status === 'merged'
      ? null
      : () => void say({ ask: 'location', reportIds: reachable.map(({ reportId }) => reportId) });
  useActions({ 'ask-pin': askPin ?? undefined }, 1);
  return {
    replies,
    recipients,
    reachable,
    /** When a pin was last asked for, ms since the epoch; null where that is long ago, or came to nothing. */
    askedAt,
    askPin,
    say,
    retry: mayReply ? retry : null,
    busy: isPending,
    failed: query.isError && query.data === undefined,
    loading: query.isPending,
  };
}
export type Replying = ReturnType<typeof useReplying>;

function lastAsked(replies: readonly { ask: 'location' | null; at: string; state: string }[]): number | null {
  const asked = replies.findLast(({ ask, state }) => ask !== null && state !== 'failed');
  const at = asked === undefined ? null : Date.parse(asked.at);
  return at !== null && at > Date.now() - ASKED_LATELY_MS ? at : null;
}

/** Somebody's name, or number, or what else there is. */
export function nameOf({ name, phone }: Pick<ReplyRecipient, 'name' | 'phone'>): string | null {
  return name ?? phone;
}
