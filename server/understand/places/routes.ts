import { Router } from 'express';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { type PlaceAnswer, placesQuery } from '../../../shared/wire/places.ts';
import { authorise } from '../../platform/actor.ts';
import { parseBody } from '../../platform/parse.ts';
import { createPlaceFinder } from './place-finder.ts';

const NOTHING: PlaceAnswer = { places: [], outside: null };

/** What places a caller's words name, for those who enter tickets. */
export function createPlaceRoutes(pack: CityPack): Router {
  const router = Router();
  const findPlaces = createPlaceFinder(pack);

  router.get('/api/places', (req, res) => {
    authorise(res, 'ticket.create');
    const { text } = parseBody(placesQuery, req.query);
    res.json(findPlaces(text) ?? NOTHING);
  });

  return router;
}
