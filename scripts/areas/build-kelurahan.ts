/**
 * Writes `shared/city/tangerang/kelurahan.ts` once, from the npm package `geografis` (MIT):
 *
 *   npm pack geografis && tar xzf geografis-*.tgz
 *   node scripts/areas/build-kelurahan.ts package/data/json/data.json > shared/city/tangerang/kelurahan.ts
 *   npx biome check --write shared/city/tangerang/kelurahan.ts
 *
 * The package weighs 62 MB, which is why it is a source and not a dependency. Kept because a correction
 * made here says why a figure differs from its source; a correction made in the output would not.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const CITY = '36.71.';

const sourceRow = z.object({
  code: z.string(),
  postal: z.number(),
  district: z.string(),
  village: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});

/** Where the source's spelling is not the official one (checked against npm `idn-area-data` 3.1.2). */
const OFFICIAL_NAMES: Record<string, string> = {
  '36.71.03.1002': 'Batu Jaya',
  '36.71.03.1006': 'Batu Sari',
  '36.71.07.1010': 'Marga Sari',
  '36.71.09.1002': 'Cibodas Sari',
  '36.71.10.1005': 'Mekar Sari',
  '36.71.11.1003': 'Neroktog',
};

/** Points that lie in a neighbouring kelurahan in the source, estimated anew by hand. */
const CORRECTED_POINTS: Record<string, [lat: number, lng: number]> = {
  '36.71.01.1004': [-6.1815, 106.6475],
  '36.71.02.1002': [-6.2005, 106.573],
  '36.71.07.1015': [-6.1658, 106.6245],
  '36.71.10.1007': [-6.1295, 106.616],
};

const HEADER = `/**
 * The 13 kecamatan and 104 kelurahan of Kota Tangerang.
 * Codes, points and postcodes: npm \`geografis\` 1.3.2 (MIT, github.com/drizki/geografis); spelling of six
 * names after npm \`idn-area-data\` 3.1.2; four points that lay in a neighbouring kelurahan estimated by hand.
 * Written by scripts/areas/build-kelurahan.ts, where the corrections are.
 */
import type { Kecamatan, Kelurahan } from '../city-pack.ts';

/** Last four digits of the code, name, latitude, longitude, postcode. */
type Row = [suffix: string, name: string, lat: number, lng: number, postalCode: string];
`;

const FOOTER = `
export const kecamatan: Kecamatan[] = AREAS.map(([code, name]) => ({ code, name }));

export const kelurahan: Kelurahan[] = AREAS.flatMap(([kecamatanCode, , rows]) =>
  rows.map(([suffix, name, lat, lng, postalCode]) => ({
    code: \`\${kecamatanCode}.\${suffix}\`,
    name,
    kecamatanCode,
    postalCode,
    lat,
    lng,
  })),
);
`;

function build(path: string): string {
  const all = z.array(sourceRow.loose()).parse(JSON.parse(readFileSync(path, 'utf8')));
  const rows = all.filter((row) => row.code.startsWith(CITY)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const byDistrict = Map.groupBy(rows, (row) => row.code.slice(0, 8));
  const areas = [...byDistrict].map(([code, members]) => [
    code,
    members[0]?.district ?? '',
    members.map((row) => {
      const [lat, lng] = CORRECTED_POINTS[row.code] ?? [row.latitude, row.longitude];
      const name = OFFICIAL_NAMES[row.code] ?? row.village;
      return [row.code.slice(9), name, round5(lat), round5(lng), String(row.postal)];
    }),
  ]);
  const data = JSON.stringify(areas, null, 2);
  return `${HEADER}\nconst AREAS: [code: string, name: string, rows: Row[]][] = ${data};\n${FOOTER}`;
}

/** Five decimals are about a metre, far finer than these points are. */
function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

const source = process.argv[2];
if (source === undefined) {
  console.error('usage: build-kelurahan.ts <geografis/data/json/data.json>');
  process.exitCode = 1;
} else {
  process.stdout.write(build(source));
}
