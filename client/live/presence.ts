import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '../../shared/wire/live.ts';
import type { Look, Present } from '../../shared/wire/presence.ts';

/** Who has which ticket open, as far as this person may know. */
export type PresenceState = ReadonlyMap<string, readonly Present[]>;

export type PresenceStore = {
  getSnapshot(): PresenceState;
  subscribe(listener: () => void): () => void;
  /** Tells what this person has open; said to nobody while there is no connection. */
  look(look: Look): void;
};

/** Follows who has which ticket open. A lost connection forgets it all: what is not known is not shown. */
export function createPresenceStore(socket: Socket<ServerToClient, ClientToServer>): PresenceStore {
  let state: PresenceState = new Map();
  const listeners = new Set<() => void>();

  function publish(next: PresenceState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  socket.on('presence.changed', ({ tickets }) => {
    const next = new Map(state);
    for (const { ticketId, people } of tickets) {
      if (people.length === 0) next.delete(ticketId);
      else next.set(ticketId, people);
    }
    publish(next);
  });
  socket.on('disconnect', () => publish(new Map()));
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look(look) {
      if (socket.connected) socket.emit('ticket.looked', look);
    },
  };
}
