import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { GeoJSON, Polyline } from 'react-leaflet';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { CityView } from '../../shared/wire/api.ts';
import { areaOutline } from './area-outline.ts';
import './layers.css';

/**
 * Kecamatan that something holds for: shaded, with a broken line around them so that they are seen in grey, too.
 * `areas` are their names with how bad it is.
 */
export function AreaShade({ city, areas }: { city: CityView; areas: ReadonlyMap<string, Priority> }) {
  const key = [...areas].map(([name, priority]) => `${name}:${priority}`).join(',');
  return [...areas].map(([name, priority]) => (
    <Shade key={`${name}|${key}`} city={city} name={name} priority={priority} />
  ));
}

function Shade({ city, name, priority }: { city: CityView; name: string; priority: Priority }) {
  const cells = useMemo(() => city.cells.filter(({ kecamatan }) => kecamatan === name), [city, name]);
  const outline = useMemo(() => areaOutline(cells), [cells]);
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: cells.map(({ rings }) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'MultiPolygon', coordinates: rings },
      })),
    }),
    [cells],
  );
  return (
    <>
      <GeoJSON data={data} interactive={false} style={{ className: `map-shade map-shade-${priority}` }} />
      <Polyline
        positions={outline}
        interactive={false}
        className={`map-shade-line map-shade-line-${priority}`}
      />
    </>
  );
}
