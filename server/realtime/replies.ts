import { can } from '../../shared/access/policy.ts';
import type { LiveNamespace } from './live-server.ts';

/** What the gateway needs of answers to reporters. */
export type LiveReplies = { onChanged(tell: (ticketId: string) => void): () => void };

/** Tells whoever may answer that something was heard of an answer; what it is they read themselves. Returns how to stop. */
export function joinReplies(live: LiveNamespace, replies: LiveReplies): () => void {
  return replies.onChanged((ticketId) => {
    const ids = [...live.sockets.values()]
      .filter(({ data }) => can(data.actor, 'ticket.reply'))
      .map(({ id }) => id);
    // To nobody would mean to everybody.
    if (ids.length > 0) live.to(ids).emit('reply.changed', { ticketId });
  });
}
