import { randomUUID } from 'node:crypto';
import { findUserByEmail } from '../../server/access/accounts.ts';
import { readImportedAreas } from '../../server/city/imported-areas.ts';
import { connectDatabase, type Database, type Transaction } from '../../server/database/connect.ts';
import type { DatabaseLog } from '../../server/database/database-log.ts';
import { insertReport } from '../../server/intake/insert-report.ts';
import { createTestClock } from '../../server/platform/clock.ts';
import { headSeq } from '../../server/tickets/log.ts';
import { createTicketCommands } from '../../server/tickets/ticket-commands.ts';
import { createUnderstandWords, type UnderstandWords } from '../../server/understand/understand-words.ts';
import { type Actor, systemActor } from '../../shared/access/actor.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { dueSlaEvents } from '../../shared/ticket/sla.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { isPossible } from '../../shared/ticket/transitions.ts';
import { createRandom } from '../simulate/random.ts';
import type { DemoAccount } from './accounts.ts';
import { type PastEvent, type PastTicket, planPast } from './past-plan.ts';

const DAYS = 60;
const PER_DAY = 9;
const DAY_MS = 24 * 60 * 60_000;
/** The last hour is the living city's. */
const UNTIL_MS = 60 * 60_000;
const EVENTS_AT_ONCE = 250;
const SEED = 2016;

type PastOptions = {
  databaseUrl: string;
  pack: CityPack;
  operator: DemoAccount;
  log: DatabaseLog;
};

/**
 * Gives a new demo two months behind it, so that there is something to compare: tickets are opened and worked on by the
 * product's own commands, with a clock that stands in the past. Before the first live report, for the log is in order.
 * A demo that has a history keeps its own.
 */
export async function livePast({ databaseUrl, pack, operator, log }: PastOptions): Promise<void> {
  const { db, close } = connectDatabase(databaseUrl, { log, max: 2, connectTimeoutMs: 20_000 });
  try {
    if ((await headSeq(db)) > 0) return;
    const now = Date.now();
    const clock = createTestClock(now);
    const areas = createAreaIndex(pack, await readImportedAreas(db));
    const commands = createTicketCommands({ db, pack, areas, clock });
    const from = now - DAYS * DAY_MS;
    const until = now - UNTIL_MS;
    const events = planPast({ pack, random: createRandom(SEED), from, until, perDay: PER_DAY });
    const understand = createUnderstandWords(pack);
    const live = createLife({ commands, clock, actor: await actorOf(db, operator), understand });
    for (let next = 0; next < events.length; next += EVENTS_AT_ONCE) {
      await db.transaction().execute(async (trx) => {
        for (const event of events.slice(next, next + EVENTS_AT_ONCE)) await live(trx, event);
      });
    }
  } finally {
    await close();
  }
}

async function actorOf(db: Database, { email, name }: DemoAccount): Promise<Actor> {
  const { id } = await findUserByEmail(db, email);
  return { kind: 'user', id, name, role: 'operator', departmentCode: null };
}

type Life = {
  commands: ReturnType<typeof createTicketCommands>;
  clock: ReturnType<typeof createTestClock>;
  actor: Actor;
  understand: UnderstandWords;
};

/** Lets one thing happen. What is not possible any more by then, after an earlier end, does not. */
function createLife({ commands, clock, actor, understand }: Life) {
  const tickets = new Map<PastTicket, TicketState>();

  async function mark(trx: Transaction, ticket: TicketState): Promise<TicketState> {
    let latest = ticket;
    for (const event of dueSlaEvents(ticket, clock.now()))
      latest = (await commands.markSla(trx, ticket.id, event, systemActor('sla'), () => true)) ?? latest;
    return latest;
  }

  return async (trx: Transaction, { at, ticket, act, words = {} }: PastEvent): Promise<void> => {
    clock.set(at);
    if (act === 'open') {
      tickets.set(ticket, await open(trx, ticket));
      return;
    }
    const state = tickets.get(ticket);
    if (state === undefined) return;
    if (act === 'mark') tickets.set(ticket, await mark(trx, state));
    else if (isPossible(state.status, act)) {
      // Operators know whose it is, whatever was suggested.
      const department = act === 'route' ? { departmentCode: ticket.category.departmentCode } : {};
      const body = { version: state.version, ...words, ...department } as never;
      tickets.set(ticket, await commands.performIn(trx, act, state.id, body, actor));
    }
  };

  /** As the pipeline understands its report, and with the report behind it. */
  async function open(trx: Transaction, { place, channel, text }: PastTicket): Promise<TicketState> {
    const location = place && { lat: place.lat, lng: place.lng, accuracyM: 25, source: 'pin' as const };
    const occurredAt = new Date(clock.now()).toISOString();
    const report = { channel, externalId: randomUUID(), text, occurredAt, reporter: null, location, raw: {} };
    const { id: reportId } = await insertReport(trx, report);
    const { category, because } = understand(text, channel);
    const ticket = await commands.open(
      trx,
      { reportId, channel, category: category.code, location, because },
      systemActor('pipeline'),
    );
    await trx
      .updateTable('report')
      .set({ state: 'processed', processed_at: occurredAt, received_at: occurredAt, ticket_id: ticket.id })
      .where('id', '=', reportId)
      .execute();
    return ticket;
  }
}
