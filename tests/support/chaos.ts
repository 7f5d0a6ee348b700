import { rm } from 'node:fs/promises';
import { createLiveConnection, type Live } from '../../client/live/socket.ts';
import type { Account } from '../../scripts/simulate/api-client.ts';
import { runDepartments } from '../../scripts/simulate/departments.ts';
import { startGraphServer } from '../../scripts/simulate/graph-server.ts';
import { createMqttSender } from '../../scripts/simulate/mqtt-sender.ts';
import { createRandom } from '../../scripts/simulate/random.ts';
import { createSender, type Sender } from '../../scripts/simulate/sender.ts';
import { createUser } from '../../server/access/accounts.ts';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { type CityTraffic, gatherTraffic } from './city-traffic.ts';
import { type MqttBroker, startMqttBroker } from './mqtt-broker.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { silentLog } from './silent-log.ts';
import { makeTempFolder } from './temp-folder.ts';
import { until } from './until.ts';

export const REPORTS = 500;
const AT_ONCE = 24;
const pack = loadCityPack('tangerang');
const APP_SECRET = 'chaos-app-secret';

export type Chaos = {
  server: ServerProcess;
  walls: Live[];
  /** Ids of all reports that go in. */
  ids: Set<string>;
  /** Sends everything while the control room and a department work; `onAccepted` hears how many deliveries have been taken, and is not waited for. */
  sendAll(onAccepted: (count: number) => void): Promise<Sender>;
  /** A connection to the database as it is now; closed with the rest. */
  database(): Promise<Database>;
  close(): Promise<void>;
};

export type ChaosOptions = {
  /** Settings of the server beyond those all runs have. */
  settings: Record<string, string>;
  dataDir: string;
  /** Where the database is just now. */
  databaseUrl: () => Promise<string>;
};

/** A server in a process of its own with three walls open, a broker, Meta's stand-in, and 500 reports to send. */
export async function startChaos(options: ChaosOptions): Promise<Chaos> {
  const closing = new AsyncDisposableStack();
  closing.defer(() => rm(options.dataDir, { recursive: true, force: true }));
  try {
    return await start(options, closing);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

async function start(options: ChaosOptions, closing: AsyncDisposableStack): Promise<Chaos> {
  const graph = await startGraphServer();
  closing.defer(graph.close);
  const broker = await startMqttBroker();
  closing.defer(broker.close);
  const settings = settingsOf(options, { broker: broker.url, graph: graph.url });
  const server = await startServerProcess(settings);
  closing.defer(async () => void (await server.stop()));
  const { channelToken, wallToken, people } = await letIn(await options.databaseUrl());
  const walls = await openWalls(server.url, wallToken, closing);
  await broker.subscribed;
  const traffic = await gatherTraffic({ reports: REPORTS, addPhoto: (seed) => graph.addPhoto(seed) });
  return {
    server,
    walls,
    ids: traffic.ids,
    database: async () => {
      const connection = connectDatabase(await options.databaseUrl(), { log: silentLog, max: 2 });
      closing.defer(connection.close);
      return connection.db;
    },
    sendAll: async (onAccepted) => {
      const stop = new AbortController();
      const working = work(server.url, people, traffic, stop.signal);
      try {
        return await sendAll({ server, channelToken, traffic, broker, onAccepted });
      } finally {
        stop.abort();
        await working;
      }
    },
    close: () => closing.disposeAsync(),
  };
}

function settingsOf({ dataDir, settings }: ChaosOptions, urls: { broker: string; graph: string }) {
  return {
    DATA_DIR: dataDir,
    CITY: pack.id,
    MQTT_URL: urls.broker,
    WHATSAPP_APP_SECRET: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: 'chaos-verify-token',
    WHATSAPP_ACCESS_TOKEN: 'chaos-access-token',
    WHATSAPP_PHONE_NUMBER_ID: '1065403522',
    META_GRAPH_URL: `${urls.graph}/v26.0`,
    ...settings,
  };
}

async function openWalls(url: string, token: string, closing: AsyncDisposableStack): Promise<Live[]> {
  const schedule = (notify: () => void) => void setImmediate(notify);
  const walls = Array.from({ length: 3 }, () => createLiveConnection({ url, token, schedule }));
  closing.defer(async () => {
    for (const wall of walls) wall.close();
  });
  const isWhole = (wall: Live) => wall.board.seq() !== null;
  await until(() => walls.every(isWhole), { timeoutMs: 20_000, what: 'the walls' });
  return walls;
}

/** A folder for DATA_DIR; `Chaos.close` removes it. */
export async function makeDataDir(): Promise<string> {
  return (await makeTempFolder()).path;
}

type People = { operator: Account; responder: Account };

/** Tokens for channels and walls, accounts for those who work on the tickets. */
async function letIn(databaseUrl: string) {
  const { db, close } = connectDatabase(databaseUrl, { log: silentLog, max: 1 });
  const departmentCodes = pack.departments.map(({ code }) => code);
  const account = async (role: 'operator' | 'responder', departmentCode: string | null): Promise<Account> => {
    const person = { email: `${role}@chaos.example`, password: 'through-thick-and-thin', departmentCode };
    await createUser({ db, departmentCodes }, { ...person, role, name: role });
    return person;
  };
  try {
    const people: People = {
      operator: await account('operator', null),
      responder: await account('responder', 'BPBD'),
    };
    const { token: channelToken } = await issueToken(db, { role: 'channel', name: 'chaos' });
    const { token: wallToken } = await issueToken(db, { role: 'wall', name: 'chaos' });
    return { channelToken, wallToken, people };
  } finally {
    await close();
  }
}

/** People give their commands through it all; what is refused or lost while the server is away they try anew. */
function work(url: string, people: People, { calls }: CityTraffic, signal: AbortSignal): Promise<void> {
  return runDepartments({
    url,
    pack,
    random: createRandom(7),
    operator: people.operator,
    responders: [people.responder],
    subjectOf: (callId) => calls.get(callId),
    signal,
    everyMs: 500,
    haste: 30,
  });
}

type Sending = {
  server: ServerProcess;
  channelToken: string;
  traffic: CityTraffic;
  broker: MqttBroker;
  onAccepted: (count: number) => void;
};

/** In the order of time, some at once, every second pack of readings through the broker; all are taken or this throws. */
async function sendAll({ server, channelToken, traffic, broker, onAccepted }: Sending): Promise<Sender> {
  // A platform waits longer; the server is not gone for longer than this either.
  const patience = { giveUpAfterMs: 90_000, waitScale: 0.25 };
  const sender = createSender({ url: server.url, channelToken, whatsappSecret: APP_SECRET, ...patience });
  const gateway = await createMqttSender({ url: broker.url });
  const queue = traffic.deliveries.values();
  let accepted = 0;
  let packs = 0;
  const carry = async (): Promise<void> => {
    for (const delivery of queue) {
      const viaBroker = delivery.door === 'sensors' && packs++ % 2 === 1;
      const taken = viaBroker
        ? await gateway.send(delivery).then(() => true)
        : (await sender.send(delivery)).ok;
      // AML is the one thing whose sender gives up; it carries no report.
      if (!taken && delivery.door !== 'aml')
        throw new Error(`not taken: ${JSON.stringify([sender.refusals(), server.state()], null, 2)}`);
      accepted += 1;
      onAccepted(accepted);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, carry));
  } finally {
    await gateway.close();
  }
  return sender;
}
