import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '../../shared/wire/live.ts';

export type ReplyNews = {
  /** Told of each ticket of which something was heard of an answer; returns how to stop. */
  subscribe(listener: (ticketId: string) => void): () => void;
};

/** News of answers to reporters; what is new the screen reads itself. */
export function createReplyNews(socket: Socket<ServerToClient, ClientToServer>): ReplyNews {
  const listeners = new Set<(ticketId: string) => void>();
  socket.on('reply.changed', ({ ticketId }) => {
    for (const listener of listeners) listener(ticketId);
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
