import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { startEmbeddedPostgres } from '../server/database/embedded.ts';
import { loadCityPack } from '../shared/city/packs.ts';
import { DEMO_PASSWORD, type DemoAccount, demoAccounts, simulatedOperator } from './demo/accounts.ts';
import { liveCity } from './demo/city-life.ts';
import { livePast } from './demo/past.ts';
import { prepareDemo } from './demo/prepare.ts';
import type { DemoSecrets } from './demo/secrets.ts';
import { startServerProcess } from './demo/server-process.ts';
import { startGraphServer } from './simulate/graph-server.ts';

const ROOT = join(import.meta.dirname, '..');

const log = {
  info: () => undefined,
  warn: (_fields: object, message: string) => console.error(message),
  error: (_fields: object, message: string) => console.error(message),
};

/** The server with demo accounts and simulated city traffic through the real doors, until Ctrl-C. */
async function main(): Promise<number> {
  const stop = stopSignal();
  const dataDir = resolve(ROOT, process.env.DATA_DIR || '.data/demo');
  const port = process.env.PORT || '8080';
  const url = `http://localhost:${port}`;
  const pack = loadCityPack(process.env.CITY || 'tangerang');
  const accounts = demoAccounts(pack);
  const operator = simulatedOperator();
  await mkdir(dataDir, { recursive: true });

  // What is opened last is closed first: traffic, server, Meta's stand-in, database.
  await using closing = new AsyncDisposableStack();
  const databaseUrl = process.env.DATABASE_URL || (await startDatabase(dataDir, closing));
  const secrets = await prepareDemo({
    databaseUrl,
    dataDir,
    url,
    pack,
    accounts: [...accounts, operator],
    log,
  });
  await livePast({ databaseUrl, pack, operator, log });
  const graph = await startGraphServer();
  closing.defer(() => graph.close());
  const server = await startServerProcess({
    PORT: port,
    HOST: process.env.HOST || '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    DEMO_ACCOUNTS: JSON.stringify(accounts),
    WHATSAPP_APP_SECRET: secrets.whatsappAppSecret,
    WHATSAPP_VERIFY_TOKEN: secrets.whatsappVerifyToken,
    WHATSAPP_ACCESS_TOKEN: 'demo',
    WHATSAPP_PHONE_NUMBER_ID: '1065403522',
    META_GRAPH_URL: `${graph.url}/v26.0`,
  });
  closing.defer(() => server.stop());
  closing.defer(() => stop.abort());
  console.log(welcome(pack.roomName, url, accounts, secrets, shownPath(dataDir)));

  const life = liveCity({
    url: server.url,
    pack,
    secrets,
    addPhoto: (seed) => graph.addPhoto(seed),
    onMessage: graph.onMessage,
    operator,
    responders: accounts.filter(({ role }) => role === 'responder'),
    signal: stop.signal,
    onTrouble: (reason) => console.error(`simulated departments: ${reason}`),
  });
  const how = await Promise.race([server.ended, life.then(() => null)]);
  if (how === null || stop.signal.aborted) return 0;
  console.error(`The server ended (${how}).`);
  return 1;
}

/** Aborted by Ctrl-C and the like; a second one ends the process at once. */
function stopSignal(): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(1);
      console.log('\nStopping …');
      stop.abort();
    });
  }
  endWithParent(stop);
  return stop;
}

/** Under `npm run` a launcher stands between the terminal and this; one that was killed passes nothing on. */
function endWithParent(stop: AbortController): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop.abort(), 500).unref();
}

async function startDatabase(dataDir: string, closing: AsyncDisposableStack): Promise<string> {
  const database = await startEmbeddedPostgres({ dataDir, log });
  closing.defer(() => database.stop());
  return database.url;
}

function shownPath(folder: string): string {
  const path = relative(ROOT, folder);
  return path.startsWith('..') ? folder : path;
}

function welcome(
  roomName: string,
  url: string,
  accounts: DemoAccount[],
  secrets: DemoSecrets,
  folder: string,
): string {
  const people = accounts.map(({ email, role, departmentCode }) =>
    `    ${email.padEnd(28)}${role} ${departmentCode ?? ''}`.trimEnd(),
  );
  return `
  ${roomName}, a demo: everything here is simulated, and comes in through the real doors.

  Wall      ${url}/wall?token=${secrets.wallToken}
  Sign in   ${url}/sign-in   password for all: ${DEMO_PASSWORD}
${people.join('\n')}

  More traffic, from another terminal:
    npm run simulate -- --url ${url} --scenario flood --rate 5 --seconds 120
  Channel token ${secrets.channelToken}
  WhatsApp app secret ${secrets.whatsappAppSecret}, verify token ${secrets.whatsappVerifyToken}
  The data stays in ${folder}. Ctrl-C stops it all.
`;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
