import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readImportedAreas } from '../server/city/imported-areas.ts';
import { keepImportedPlaces } from '../server/city/imported-places.ts';
import { readConfig } from '../server/config.ts';
import { createAreaIndex } from '../shared/city/areas.ts';
import { loadCityPack } from '../shared/city/packs.ts';
import { chooseDataDir, openDatabase } from './admin/database.ts';
import { plainLog } from './admin/plain-log.ts';
import { placeInCity } from './gazetteer/place-in-city.ts';
import { PlaceFileError, readPlaceFile } from './gazetteer/read-places.ts';

const USAGE = 'Usage: npm run gazetteer:import -- [--add] file.geojson|file.csv';
const MOST_FAULTS = 50;

/** Puts a file's places in the stead of those imported before, or beside them. Answers the exit code. */
async function main(words: string[]): Promise<number> {
  const add = words.includes('--add');
  const [path, ...more] = words.filter((word) => word !== '--add');
  if (path === undefined || more.length > 0 || path.startsWith('-')) {
    console.error(USAGE);
    return 2;
  }
  const config = readConfig(process.env);
  const pack = loadCityPack(config.city);
  // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
  const text = await readFile(resolve(process.env.INIT_CWD ?? '.', path), 'utf8');
  const read = readPlaceFile(text, !/\.(geo)?json$/i.test(path));

  const dataDir = process.env.DATA_DIR ? config.dataDir : await chooseDataDir(config.dataDir);
  if (dataDir !== config.dataDir) console.log(`(into the demo that is running, ${dataDir})`);
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir, log: plainLog });
  try {
    const areas = createAreaIndex(pack, await readImportedAreas(database.db));
    const { places, faults: strays } = placeInCity(pack, areas, read.places, basename(path));
    const faults = [...read.faults, ...strays];
    if (places.length === 0) {
      const reasons = listed(faults).join('\n');
      throw new PlaceFileError(`has no place of ${pack.name}; nothing was changed\n${reasons}`);
    }
    await keepImportedPlaces(database.db, places, { add });
    console.log(`${places.length} places imported${add ? ', beside those there were' : ''}`);
    if (faults.length > 0) console.log([`not imported: ${faults.length}`, ...listed(faults)].join('\n'));
  } finally {
    await database.close();
  }
  console.log('A running server uses them from now on.');
  return 0;
}

function listed(faults: readonly string[]): string[] {
  const more = faults.length - MOST_FAULTS;
  return [...faults.slice(0, MOST_FAULTS), ...(more > 0 ? [`and ${more} more`] : [])].map(
    (fault) => `  ${fault}`,
  );
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof PlaceFileError ? 2 : 1;
}
