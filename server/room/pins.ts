import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import type { Pin } from '../../shared/wire/room.ts';
import type { PinBody } from '../../shared/wire/room-api.ts';
import { MOST_PINS } from '../../shared/wire/room-limits.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { RoomPin } from '../database/schema.ts';
import { AppError } from '../platform/errors.ts';
import type { ChangeRoom } from './change-room.ts';
import { presentPin } from './read-room.ts';

/** Who takes down what no person did. */
export const BY_ITSELF = 'system';

/** Pinning a ticket or words on every wall, and taking them down. */
export function createPinCommands(change: ChangeRoom) {
  return {
    /**
     * The pin; sent again, or of a ticket that is pinned already, the one there is. Throws not-found for an unknown
     * ticket, impossible for one that is over and when there are as many pins as a wall holds.
     */
    pin(body: PinBody, actor: Actor): Promise<Pin> {
      return change('pin.added', actor, async (trx, now) => {
        const isTicket = 'ticketId' in body;
        const sent = body.id === undefined ? undefined : await findPin(trx, 'id', body.id);
        // A pin of a ticket that is over stands until the clock's next look, but on no wall.
        if (!sent && isTicket) await requireOpen(trx, body.ticketId);
        const known = sent ?? (isTicket ? await findPin(trx, 'ticket_id', body.ticketId) : undefined);
        if (known) return { answer: presentPin(known), noted: null };
        await requireRoom(trx);
        const what = isTicket ? { ticket_id: body.ticketId } : { text: body.text };
        const row = await trx
          .insertInto('room_pin')
          .values({ id: body.id ?? randomUUID(), created_at: now, created_by: actor.name, ...what })
          .returningAll()
          .executeTakeFirstOrThrow();
        return { answer: presentPin(row), noted: { pin: row.id, ...what } };
      });
    },

    /** Takes a pin down; again changes nothing. Throws not-found. */
    unpin(id: string, actor: Actor): Promise<void> {
      return change('pin.removed', actor, async (trx, now) => {
        const pin = await trx
          .selectFrom('room_pin')
          .select('ended_at')
          .where('id', '=', id)
          .executeTakeFirst();
        if (!pin) throw new AppError('not-found', { detail: `no pin has the id ${id}` });
        if (pin.ended_at !== null) return { answer: undefined, noted: null };
        const end = { ended_at: now, ended_by: actor.name };
        await trx.updateTable('room_pin').set(end).where('id', '=', id).execute();
        return { answer: undefined, noted: { pin: id } };
      });
    },
  };
}

/** Takes down the pins whose tickets are over; answers how many there were. */
export async function takeDownFinished(db: Database, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('room_pin')
    .from('ticket')
    .set({ ended_at: now, ended_by: BY_ITSELF })
    .whereRef('ticket.id', '=', 'room_pin.ticket_id')
    .where('ticket.is_open', '=', false)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** By its own id, whatever became of it; by its ticket's only while it stands. */
function findPin(
  trx: Transaction,
  by: 'id' | 'ticket_id',
  id: string,
): Promise<Selectable<RoomPin> | undefined> {
  const found = trx.selectFrom('room_pin').selectAll().where(by, '=', id);
  return (by === 'id' ? found : found.where('ended_at', 'is', null)).executeTakeFirst();
}

async function requireOpen(trx: Transaction, ticketId: string): Promise<void> {
  const ticket = await trx
    .selectFrom('ticket')
    .select(['is_open', 'number'])
    .where('id', '=', ticketId)
    .executeTakeFirst();
  if (!ticket) throw new AppError('not-found', { detail: `ticket ${ticketId}` });
  if (!ticket.is_open) throw new AppError('impossible', { detail: `${ticket.number} is over` });
}

async function requireRoom(trx: Transaction): Promise<void> {
  const { count } = await trx
    .selectFrom('room_pin')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= MOST_PINS) throw new AppError('impossible', { detail: `a wall holds ${MOST_PINS} pins` });
}
