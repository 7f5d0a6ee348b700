import { Router } from 'express';
import { z } from 'zod';
import type { AreaIndex } from '../../shared/city/areas.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { WallList } from '../../shared/wire/room-api.ts';
import {
  capBody,
  floodBody,
  pinBody,
  wallOrderBody,
  warningBody,
  warningChangeBody,
} from '../../shared/wire/room-api.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import { parseBody } from '../platform/parse.ts';
import { importCap } from './cap/import-cap.ts';
import { createRoomCommands } from './commands.ts';
import { readRoom } from './read-room.ts';
import { listWalls } from './walls.ts';

const params = z.object({ id: z.uuid() });

type RoomRoutesDeps = { db: Database; pack: CityPack; areas: AreaIndex; clock: Clock };

/** What stands on the walls, which walls there are, and what a supervisor does about both. */
export function createRoomRoutes({ db, pack, areas, clock }: RoomRoutesDeps): Router {
  const room = createRoomCommands({ db, pack, clock });
  const router = Router();

  router.get('/api/room', async (_req, res) => {
    authorise(res, 'room.read');
    res.json(await readRoom(db, pack.flood, clock.now()));
  });

  router.put('/api/room/flood', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    await room.setFlood(parseBody(floodBody, req.body).mode, actor);
    res.json((await readRoom(db, pack.flood, clock.now())).flood);
  });

  router.post('/api/room/pins', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    res.status(201).json(await room.pin(parseBody(pinBody, req.body), actor));
  });

  router.delete('/api/room/pins/:id', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    await room.unpin(parseBody(params, req.params).id, actor);
    res.status(204).end();
  });

  router.post('/api/room/warnings', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    res.status(201).json(await room.warn(parseBody(warningBody, req.body), actor));
  });

  router.post('/api/room/warnings/cap', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    const { xml } = parseBody(capBody, req.body);
    res.status(201).json(await importCap(xml, { room, pack, areas, actor }));
  });

  router.patch('/api/room/warnings/:id', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    const { id } = parseBody(params, req.params);
    res.json(await room.changeWarning(id, parseBody(warningChangeBody, req.body), actor));
  });

  router.delete('/api/room/warnings/:id', async (req, res) => {
    const actor = authorise(res, 'room.manage');
    await room.endWarning(parseBody(params, req.params).id, actor);
    res.status(204).end();
  });

  router.get('/api/walls', async (_req, res) => {
    authorise(res, 'walls.manage');
    const nowMs = clock.now();
    const list: WallList = { at: new Date(nowMs).toISOString(), walls: await listWalls(db, nowMs) };
    res.json(list);
  });

  router.post('/api/walls/orders', async (req, res) => {
    const actor = authorise(res, 'walls.manage');
    await room.orderWalls(parseBody(wallOrderBody, req.body), actor);
    res.status(204).end();
  });

  return router;
}
