import { createHash } from 'node:crypto';
import type { CityPack } from '../../shared/city/city-pack.ts';

/** A short name for all that a city's first model is learnt from: another one, another model. */
export function fingerprintOfSources({
  training,
  categories,
  departments,
  wordStatistics,
  spelling,
  urgency,
  noise,
  emptyTexts,
  departmentGroups,
}: CityPack): string {
  const sources = {
    ...{ training, categories, departments, wordStatistics, spelling, urgency, noise },
    ...{ emptyTexts, departmentGroups },
  };
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
}
