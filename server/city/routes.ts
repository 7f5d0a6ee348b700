import { Router } from 'express';
import type { AreaIndex } from '../../shared/city/areas.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import type { CityView, SensorLevel, SignInInfo } from '../../shared/wire/api.ts';
import type { DemoAccount } from '../config.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { presentCity } from './view.ts';

/** The city for the screens, its sensors' latest levels, and what the sign-in page may know. */
export function createCityRoutes({
  db,
  pack,
  areas,
  tileUrl,
  demoAccounts,
}: {
  db: Database;
  pack: CityPack;
  areas: AreaIndex;
  tileUrl: string | null;
  demoAccounts: DemoAccount[] | null;
}): Router {
  const router = Router();
  const view = perVersion(pack, (version) => presentCity(version, tileUrl));

  router.get('/api/sign-in-info', (_req, res) => {
    const info: SignInInfo = { roomName: pack.roomName, ...(demoAccounts && { demoAccounts }) };
    res.json(info);
  });

  router.get('/api/city', (_req, res) => {
    authorise(res, 'city.read');
    const city: CityView = { ...view(), cells: areas.cells() };
    res.json(city);
  });

  router.get('/api/sensors', async (_req, res) => {
    authorise(res, 'city.read');
    const rows = await db.selectFrom('sensor_state').select(['post_id', 'value', 'at', 'alarm']).execute();
    const levels: SensorLevel[] = rows.map((row) => ({
      postId: row.post_id,
      value: row.value,
      at: row.at.toISOString(),
      alarm: row.alarm,
    }));
    res.json({ levels });
  });

  return router;
}
