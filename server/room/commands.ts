import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { FloodChoice, WallOrderBody } from '../../shared/wire/room-api.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { createChangeRoom, noteAct } from './change-room.ts';
import { tellNodes } from './notify.ts';
import { createPinCommands } from './pins.ts';
import { listWalls } from './walls.ts';
import { createWarningCommands } from './warnings.ts';

export type RoomCommands = ReturnType<typeof createRoomCommands>;

/** What a supervisor does with the room. Everything is kept: who, what and when. */
export function createRoomCommands({ db, pack, clock }: { db: Database; pack: CityPack; clock: Clock }) {
  const change = createChangeRoom({ db, clock });
  return {
    ...createPinCommands(change),
    ...createWarningCommands(change, pack),

    /** Flood mode by hand, or back to the rule. The same again changes nothing: it keeps since when. */
    setFlood(mode: FloodChoice, actor: Actor): Promise<void> {
      return change(`flood.${mode}`, actor, async (trx, now) => {
        const { numUpdatedRows } = await trx
          .updateTable('room')
          .set({ flood_mode: mode, flood_mode_by: actor.name, flood_mode_at: now })
          .where('flood_mode', '<>', mode)
          .executeTakeFirst();
        return { answer: undefined, noted: numUpdatedRows === 0n ? null : {} };
      });
    },

    /** Passes an order to one wall, or to all. Throws not-found for a wall that is not there (any more). */
    async orderWalls({ wallId, order }: WallOrderBody, actor: Actor): Promise<void> {
      const at = new Date(clock.now());
      const walls = await listWalls(db, at.getTime());
      const wall = walls.find(({ id }) => id === wallId);
      if (wallId !== null && !wall)
        throw new AppError('not-found', { detail: `no wall ${wallId} is connected` });
      await db.transaction().execute(async (trx) => {
        await noteAct(trx, {
          at,
          actor,
          act: 'walls.order',
          details: { wall: wall?.name ?? null, ...order },
        });
        await tellNodes(trx, { kind: 'ordered', wallId, order });
      });
    },
  };
}
