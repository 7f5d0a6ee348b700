import type { Feature, MultiPolygon } from 'geojson';
import { useMemo, useState } from 'react';
import { GeoJSON, Polyline, TileLayer } from 'react-leaflet';
import type { CityView } from '../../shared/wire/api.ts';
import { kecamatanBorders } from './borders.ts';

/** So many pictures refused one after the other, and the streets count as out of reach. */
const TILES_OUT_AFTER = 4;

/**
 * What lies under the tickets: street tiles where there are any to be had, otherwise the city's own cells with
 * its rivers and roads. Outlines of kelurahan and kecamatan in both.
 */
export function BaseLayer({ city, onTiles }: { city: CityView; onTiles?: (reached: boolean) => void }) {
  const [tilesOut, setTilesOut] = useState(false);
  const drawn = city.tileUrl === null || tilesOut;
  const tell = (reached: boolean) => {
    setTilesOut(!reached);
    onTiles?.(reached);
  };
  return (
    <>
      {city.tileUrl !== null && <Streets url={city.tileUrl} tell={tell} />}
      <Cells cells={city.cells} filled={drawn} />
      {drawn &&
        city.lines.map(({ name, kind, points }) => (
          <Polyline
            key={`${kind}:${name}:${points.length}`}
            positions={points}
            className={`map-${kind}`}
            interactive={false}
          />
        ))}
    </>
  );
}

function Streets({ url, tell }: { url: string; tell: (reached: boolean) => void }) {
  const handlers = useMemo(() => {
    let refused = 0;
    return {
      tileload: () => {
        if (refused >= TILES_OUT_AFTER) tell(true);
        refused = 0;
      },
      tileerror: () => {
        refused += 1;
        if (refused === TILES_OUT_AFTER) tell(false);
      },
    };
  }, [tell]);
  return <TileLayer url={url} eventHandlers={handlers} className="map-tiles" />;
}

function Cells({ cells, filled }: { cells: CityView['cells']; filled: boolean }) {
  const features = useMemo<Feature<MultiPolygon>[]>(
    () =>
      cells.map(({ code, rings }) => ({
        type: 'Feature',
        id: code,
        properties: {},
        geometry: { type: 'MultiPolygon', coordinates: rings },
      })),
    [cells],
  );
  const borders = useMemo(() => kecamatanBorders(cells), [cells]);
  return (
    <>
      <GeoJSON
        key={String(filled)}
        data={{ type: 'FeatureCollection', features } as GeoJSON.FeatureCollection}
        interactive={false}
        style={{ className: filled ? 'map-cell' : 'map-cell map-cell-open' }}
      />
      <Polyline positions={borders} className="map-border" interactive={false} />
    </>
  );
}
