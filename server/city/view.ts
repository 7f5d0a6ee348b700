import type { CityPack } from '../../shared/city/city-pack.ts';
import type { CityView } from '../../shared/wire/api.ts';

/** The city as screens need it, but for the cells to draw: names, categories, departments. */
export function presentCity(pack: CityPack, tileUrl: string | null): Omit<CityView, 'cells'> {
  const { id, name, roomName, timeZone, timeZoneLabel, locale, centre, bounds, lines, departments } = pack;
  return {
    id,
    name,
    roomName,
    timeZone,
    timeZoneLabel,
    locale,
    centre,
    bounds,
    lines,
    departments,
    categories: pack.categories.map(({ code, name: names, departmentCode, priority }) => ({
      code,
      name: names,
      departmentCode,
      priority,
    })),
    sensors: pack.sensors.map(({ id: post, name: postName, lat, lng, senmlName, unit, rule }) => ({
      id: post,
      name: postName,
      lat,
      lng,
      senmlName,
      unit,
      raiseAt: rule.raiseAt,
      criticalAt: rule.criticalAt,
    })),
    floodCategories: floodCategoriesOf(pack),
    tileUrl,
  };
}

function floodCategoriesOf({ depth, sensors }: CityPack): string[] {
  return [...new Set([...(depth?.categories ?? []), ...sensors.map(({ rule }) => rule.categoryCode)])];
}
