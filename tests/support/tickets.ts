import { randomUUID } from 'node:crypto';
import { connectDatabase } from '../../server/database/connect.ts';
import { createTestClock } from '../../server/platform/clock.ts';
import type { OpenTicket } from '../../server/tickets/intake-commands.ts';
import { createTicketCommands } from '../../server/tickets/ticket-commands.ts';
import type { Actor, UserRole } from '../../shared/access/actor.ts';
import { systemActor } from '../../shared/access/actor.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { createTestDatabase } from './database.ts';
import { silentLog } from './silent-log.ts';
import { smallCity } from './small-city.ts';

/** A person of a role; a responder of `departmentCode`. */
export function buildActor(role: UserRole = 'operator', departmentCode: string | null = null): Actor {
  return { kind: 'user', id: randomUUID(), name: `some ${role}`, role, departmentCode };
}

/** The ticket part on a database of its own, with a clock that moves when told. */
export async function startTickets(pack: CityPack = smallCity) {
  const database = await createTestDatabase();
  const connection = connectDatabase(database.url, { log: silentLog, max: 20 });
  const clock = createTestClock(Date.parse('2026-11-21T12:00:00Z'));
  const { db } = connection;
  const tickets = createTicketCommands({ db, pack, areas: createAreaIndex(pack), clock });
  return {
    ...connection,
    url: database.url,
    clock,
    pack,
    tickets,
    /** Opens a ticket as the pipeline would, for a report that has just come in. */
    openTicket(input: Partial<OpenTicket> = {}): Promise<TicketState> {
      return db.transaction().execute((trx) =>
        tickets.open(
          trx,
          {
            reportId: randomUUID(),
            channel: 'whatsapp',
            category: 'broken-road',
            location: { ...pack.centre, accuracyM: 30, source: 'pin' },
            ...input,
          },
          systemActor('pipeline'),
        ),
      );
    },
    async stop(): Promise<void> {
      await connection.close();
      await database.drop();
    },
  };
}
export type TicketsUnderTest = Awaited<ReturnType<typeof startTickets>>;
