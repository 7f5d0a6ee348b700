import { ConfigError, readConfig } from '../server/config.ts';
import { AppError } from '../server/platform/errors.ts';
import { readChanges } from '../server/settings/change-rows.ts';
import { cityInForce } from '../shared/city/in-force.ts';
import { loadCityPack } from '../shared/city/packs.ts';
import { ArgumentsError } from './admin/arguments.ts';
import { COMMANDS } from './admin/commands.ts';
import { chooseDataDir, openDatabase } from './admin/database.ts';
import { plainLog } from './admin/plain-log.ts';

const USAGE = `Usage: npm run admin -- <command> [options]
${Object.entries(COMMANDS)
  .map(([name, { usage }]) => `  ${name} ${usage}`.trimEnd())
  .join('\n')}`;

/** People, tokens and checks from the command line, beside a running server or without one. Answers the exit code. */
async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === 'help' || name === '--help') {
    console.log(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    console.error(`${name ? `There is no command "${name}".` : 'Which command?'}\n${USAGE}`);
    return 2;
  }
  try {
    const run = command.read(args);
    console.log(await withDatabase(run));
    return 0;
  } catch (error) {
    const faults = faultsOf(error);
    if (!faults) throw error;
    console.error(`${name} was not done:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    if (error instanceof ArgumentsError)
      console.error(`Usage: npm run admin -- ${`${name} ${command.usage}`.trimEnd()}`);
    return 2;
  }
}

async function withDatabase(run: ReturnType<(typeof COMMANDS)[string]['read']>): Promise<string> {
  const config = readConfig(process.env);
  const base = loadCityPack(config.city);
  const dataDir = process.env.DATA_DIR ? config.dataDir : await chooseDataDir(config.dataDir);
  if (dataDir !== config.dataDir) console.error(`(in the demo that is running, ${dataDir})`);
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir, log: plainLog });
  try {
    // Departments may have been made, or closed, on screens.
    const { departments } = cityInForce(base, await readChanges(database.db), Date.now()).pack;
    const departmentCodes = departments.filter(({ active = true }) => active).map(({ code }) => code);
    return await run({ db: database.db, departmentCodes, timeZone: base.timeZone });
  } finally {
    await database.close();
  }
}

/** What to tell the person who typed, or null for a fault of ours. Fields of the API are options here. */
function faultsOf(error: unknown): string[] | null {
  if (error instanceof ArgumentsError) return error.faults;
  if (error instanceof ConfigError) return error.message.split('\n');
  if (!(error instanceof AppError)) return null;
  const fields = error.options.errors?.map(
    ({ field, message }) => `--${field === 'departmentCode' ? 'opd' : field} ${message}`,
  );
  return fields ?? [error.message];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
