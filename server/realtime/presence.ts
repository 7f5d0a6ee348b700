import { can } from '../../shared/access/policy.ts';
import { type Look, lookBody } from '../../shared/wire/presence.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { type Audience, departmentOf } from './audience.ts';
import type { LiveNamespace, LiveSocket } from './live-server.ts';
import { createPresenceChannel, type PresenceNote } from './presence-channel.ts';
import { createPresentPeople, type PresenceNews } from './present-people.ts';

/** Three times what a client takes to say it again. */
const KEPT_MS = 15_000;
/** Looking on with each key pressed is no reason; who tells more often is not heard. */
const TOLD_AT_ONCE = 20;
const REFILL_MS = 500;

export type PresenceDeps = {
  databaseUrl: string;
  db: Database;
  clock: Clock;
  log: Log;
  keptMs?: number;
};

export type Presence = {
  /** Told to the rooms of this namespace from now on. */
  attach(live: LiveNamespace): void;
  /** Hears what the socket looks at, and tells it who looks at what, as far as the policy lets it know. */
  accept(socket: LiveSocket): void;
  close(): Promise<void>;
};

/**
 * Who has which ticket open, across all nodes on one database. Nothing of it is kept: a look that is not told again
 * within `keptMs` has ended. Told to the control room, and of an OPD's tickets to that OPD; to nobody else.
 */
export function createPresence({ databaseUrl, db, clock, log, keptMs = KEPT_MS }: PresenceDeps): Presence {
  const channel = createPresenceChannel({ databaseUrl, db, log });
  const present = createPresentPeople(keptMs);
  const telling = new Set<Promise<void>>();
  let rooms: LiveNamespace | null = null;

  function announce(news: PresenceNews[]): void {
    if (rooms === null) return;
    for (const { ticketId, departments } of news) {
      rooms.to(roomFor('desk')).emit('presence.changed', { tickets: [present.of(ticketId)] });
      for (const code of departments) {
        rooms
          .to(roomFor(`opd:${code}`))
          .emit('presence.changed', { tickets: [present.forDepartment(ticketId, code)] });
      }
    }
  }

  channel.listen((note) => announce(present.take(note, clock.now())));
  const sweep = setInterval(() => announce(present.expire(clock.now())), Math.min(1000, keptMs / 4));

  async function tell(socket: LiveSocket, look: Look): Promise<void> {
    const note = await noteOf(db, socket, look);
    if (note !== null) await channel.tell(note);
  }

  return {
    attach(live) {
      rooms = live;
    },

    accept(socket) {
      const { actor, audience } = socket.data;
      if (!can(actor, 'presence.follow')) return;
      const mayTell = createAllowance();
      // In the order they were told, however long each takes.
      let last = Promise.resolve();
      let looking = false;
      const queue = (look: Look) => {
        looking = look.ticketId !== null;
        last = last
          .then(() => tell(socket, look))
          .catch((err: unknown) => log.warn({ err }, 'presence was not told'));
        const told = last;
        telling.add(told);
        void told.then(() => telling.delete(told));
      };
      socket.on('ticket.looked', (look: unknown) => {
        const read = lookBody.safeParse(look);
        if (read.success && mayTell()) queue(read.data);
      });
      socket.on('disconnect', () => {
        if (looking) queue({ ticketId: null, typing: false });
      });
      void socket.join(roomFor(audience));
      socket.emit('presence.changed', { tickets: present.all(departmentOf(audience)) });
    },

    async close() {
      clearInterval(sweep);
      rooms = null;
      await Promise.all(telling);
      await channel.close();
    },
  };
}

/** A room of its own: into the audience's one a socket comes only once it has its picture. */
function roomFor(audience: Audience): string {
  return `presence ${audience}`;
}

/** What is told of a look; null for a ticket that is not there or not this person's to see. */
async function noteOf(db: Database, { id, data }: LiveSocket, look: Look): Promise<PresenceNote | null> {
  const { actor } = data;
  if (actor.role === 'system') return null;
  const note = {
    ...{ socketId: id, typing: look.typing, departmentCode: '' },
    person: { id: actor.id, name: actor.name, role: actor.role },
  };
  if (look.ticketId === null) return { ...note, ticketId: null };
  const row = await db
    .selectFrom('ticket')
    .select('department_code')
    .where('id', '=', look.ticketId)
    .executeTakeFirst();
  if (!row) return null;
  const departmentCode = row.department_code;
  if (!can(actor, 'presence.follow', { departmentCode })) return { ...note, ticketId: null };
  return { ...note, ticketId: look.ticketId, departmentCode };
}

/** True as long as no more is told than a person could. */
function createAllowance(): () => boolean {
  let tokens = TOLD_AT_ONCE;
  let refilledAt = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(TOLD_AT_ONCE, tokens + (now - refilledAt) / REFILL_MS);
    refilledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
