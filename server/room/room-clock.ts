import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DatabaseConnection } from '../database/connect.ts';
import { runOnOneNode } from '../database/run-on-one-node.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { lookForFlood } from './flood.ts';
import { tellNodes } from './notify.ts';
import { takeDownFinished } from './pins.ts';
import { takePulse } from './pulse.ts';
import { forgetGoneWalls } from './walls.ts';

const LOOK_EVERY_MS = 5000;
const PULSE_EVERY_MS = 15_000;

type RoomClockDeps = { connection: DatabaseConnection; pack: CityPack; clock: Clock; log: Log };

/** What the room does by itself, on one node of all: the flood rule, finished pins, the channels' pulse. */
export function startRoomClock({ connection, pack, clock, log }: RoomClockDeps): { close(): Promise<void> } {
  const { db, pool } = connection;
  return runOnOneNode({ pool, name: 'room clock', log, start: tick });

  function tick(): { close(): Promise<void> } {
    let pulsedAt = Number.NEGATIVE_INFINITY;
    let looking: Promise<void> | null = null;

    async function look(): Promise<void> {
      const nowMs = clock.now();
      const turned = pack.flood !== undefined && (await lookForFlood(db, pack.flood, nowMs));
      const tookDown = await takeDownFinished(db, new Date(nowMs));
      const isPulseDue = nowMs - pulsedAt >= PULSE_EVERY_MS;
      if (isPulseDue) {
        await takePulse(db, pack.timeZone, nowMs);
        await forgetGoneWalls(db, nowMs);
        pulsedAt = nowMs;
      }
      if (turned || tookDown > 0 || isPulseDue) await tellNodes(db, { kind: 'changed' });
    }

    const start = () => {
      looking ??= look()
        .catch((err: unknown) => log.warn({ err }, 'the room could not be looked after'))
        .finally(() => {
          looking = null;
        });
    };
    start();
    const timer = setInterval(start, LOOK_EVERY_MS);
    return {
      async close() {
        clearInterval(timer);
        await looking;
      },
    };
  }
}
