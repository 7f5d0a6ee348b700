import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { replaceImportedAreas } from '../server/city/imported-areas.ts';
import { readConfig } from '../server/config.ts';
import { loadCityPack } from '../shared/city/packs.ts';
import { chooseDataDir, openDatabase } from './admin/database.ts';
import { plainLog } from './admin/plain-log.ts';
import { inspectAreas } from './areas/inspect-areas.ts';
import { type MatchedAreas, matchAreas } from './areas/match-areas.ts';
import { AreaFileError, readAreaFile } from './areas/read-geojson.ts';

const USAGE = 'Usage: npm run areas:import -- file.geojson';

/** Replaces the pack's approximate cells by the polygons of a GeoJSON file. Answers the exit code. */
async function main(paths: string[]): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    console.error(USAGE);
    return 2;
  }
  const config = readConfig(process.env);
  const pack = loadCityPack(config.city);
  const matched = matchAreas(pack, readAreaFile(await readFile(fromTyped(path), 'utf8')));
  if (matched.polygons.length === 0) {
    const reasons = matched.unmatched.slice(0, 5);
    throw new AreaFileError([`has no kelurahan of ${pack.name}; nothing was changed`, ...reasons]);
  }

  const dataDir = process.env.DATA_DIR ? config.dataDir : await chooseDataDir(config.dataDir);
  if (dataDir !== config.dataDir) console.log(`(into the demo that is running, ${dataDir})`);
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir, log: plainLog });
  try {
    await replaceImportedAreas(database.db, { polygons: matched.polygons, source: basename(path) });
  } finally {
    await database.close();
  }
  console.log(summarise(matched, pack.kelurahan.length));
  return 0;
}

/** npm runs scripts in the project's folder; the path was typed in INIT_CWD. */
function fromTyped(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

function summarise(matched: MatchedAreas, total: number): string {
  const { polygons, respelled, unmatched, missing } = matched;
  const { coveredHa, overlapHa, gapHa } = inspectAreas(polygons);
  const missingNames = missing.map(({ name, code }) => `${name} (${code})`);
  return [
    `${polygons.length} of ${total} kelurahan imported, ${coveredHa} ha`,
    ...section('known by another spelling', respelled),
    ...section('not imported', unmatched),
    ...section('missing, these keep their approximate cells', missingNames),
    `covered twice: about ${overlapHa} ha (a place there belongs to the first by code)`,
    `gaps between polygons: about ${gapHa} ha (a place there belongs to the nearest kelurahan's point)`,
    'A running server uses them from now on; screens that are open, within minutes.',
  ].join('\n');
}

function section(title: string, entries: string[]): string[] {
  return entries.length === 0 ? [] : [`${title}: ${entries.length}`, ...entries.map((entry) => `  ${entry}`)];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof AreaFileError) {
    console.error(`${process.argv[2]}:\n${error.faults.map((fault) => `  ${fault}`).join('\n')}`);
    process.exitCode = 2;
  } else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
