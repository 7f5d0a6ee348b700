import type { Present, TicketPresence } from '../../shared/wire/presence.ts';
import type { PresenceNote } from './presence-channel.ts';

type Entry = {
  ticketId: string;
  departmentCode: string;
  person: PresenceNote['person'];
  typing: boolean;
  until: number;
};

/** A ticket whose people changed, and the departments that must hear of it: its own, and the one that had it before. */
export type PresenceNews = { ticketId: string; departments: Set<string> };

/** Who looks at what, by connection; each entry ends `keptMs` after it was last told. Times in ms. */
export function createPresentPeople(keptMs: number) {
  const entries = new Map<string, Entry>();

  function people(ticketId: string): Present[] {
    const byId = new Map<string, Present>();
    for (const entry of entries.values()) {
      if (entry.ticketId !== ticketId) continue;
      const typing = entry.typing || (byId.get(entry.person.id)?.typing ?? false);
      byId.set(entry.person.id, { ...entry.person, typing });
    }
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  return {
    /** Takes a note; answers the tickets about which it says something new. */
    take({ socketId, ticketId, departmentCode, person, typing }: PresenceNote, now: number): PresenceNews[] {
      const before = entries.get(socketId);
      entries.delete(socketId);
      if (ticketId !== null)
        entries.set(socketId, { ticketId, departmentCode, person, typing, until: now + keptMs });
      if (before?.ticketId === ticketId) {
        const same = before.typing === typing && before.departmentCode === departmentCode;
        return same ? [] : [{ ticketId, departments: new Set([before.departmentCode, departmentCode]) }];
      }
      const news: PresenceNews[] = [];
      if (before) news.push({ ticketId: before.ticketId, departments: new Set([before.departmentCode]) });
      if (ticketId !== null) news.push({ ticketId, departments: new Set([departmentCode]) });
      return news;
    },

    /** Lets go of what was not told again in time. */
    expire(now: number): PresenceNews[] {
      const news: PresenceNews[] = [];
      for (const [socketId, { until, ticketId, departmentCode }] of entries) {
        if (until > now) continue;
        entries.delete(socketId);
        news.push({ ticketId, departments: new Set([departmentCode]) });
      }
      return news;
    },

    of: (ticketId: string): TicketPresence => ({ ticketId, people: people(ticketId) }),

    /** A ticket's people as a department may know them: none once it is no longer its own. */
    forDepartment(ticketId: string, departmentCode: string): TicketPresence {
      const theirs = [...entries.values()].some(
        (entry) => entry.ticketId === ticketId && entry.departmentCode === departmentCode,
      );
      return { ticketId, people: theirs ? people(ticketId) : [] };
    },

    /** Every ticket that somebody has open: of one department, or (null) of all. */
    all(departmentCode: string | null): TicketPresence[] {
      const ids = new Set<string>();
      for (const entry of entries.values())
        if (departmentCode === null || entry.departmentCode === departmentCode) ids.add(entry.ticketId);
      return [...ids].map((ticketId) => ({ ticketId, people: people(ticketId) }));
    },
  };
}
