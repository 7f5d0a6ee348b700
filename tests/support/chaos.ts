import { rm } from 'node:fs/promises';
import { createLiveConnection, type Live } from '../../client/live/socket.ts';
import type { Delivery } from '../../scripts/simulate/delivery.ts';
import { startGraphServer } from '../../scripts/simulate/graph-server.ts';
import { createMqttSender } from '../../scripts/simulate/mqtt-sender.ts';
import { createSender, type Sender } from '../../scripts/simulate/sender.ts';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { gatherTraffic } from './city-traffic.ts';
import { type MqttBroker, startMqttBroker } from './mqtt-broker.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { silentLog } from './silent-log.ts';
import { makeTempFolder } from './temp-folder.ts';
import { until } from './until.ts';

export const REPORTS = 500;
const AT_ONCE = 24;
const APP_SECRET = 'chaos-app-secret';

export type Chaos = {
  server: ServerProcess;
  walls: Live[];
  /** Ids of all reports that go in. */
  ids: Set<string>;
  /** Sends everything; `onAccepted` hears how many deliveries have been taken, and is not waited for. */
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
export async function startChaos({ settings, dataDir, databaseUrl }: ChaosOptions): Promise<Chaos> {
  const closings: (() => Promise<unknown>)[] = [];
  const graph = await startGraphServer();
  closings.push(() => graph.close());
  const broker = await startMqttBroker();
  closings.push(() => broker.close());
  const server = await startServerProcess({
    DATA_DIR: dataDir,
    CITY: 'tangerang',
    MQTT_URL: broker.url,
    WHATSAPP_APP_SECRET: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: 'chaos-verify-token',
    WHATSAPP_ACCESS_TOKEN: 'chaos-access-token',
    WHATSAPP_PHONE_NUMBER_ID: '1065403522',
    META_GRAPH_URL: `${graph.url}/v26.0`,
    ...settings,
  });
  closings.push(() => server.stop());
  const database = async () => {
    const connection = connectDatabase(await databaseUrl(), { log: silentLog, max: 2 });
    closings.push(connection.close);
    return connection.db;
  };
  const tokens = connectDatabase(await databaseUrl(), { log: silentLog, max: 1 });
  const { token: channelToken } = await issueToken(tokens.db, { role: 'channel', name: 'chaos' });
  const { token: wallToken } = await issueToken(tokens.db, { role: 'wall', name: 'chaos' });
  await tokens.close();
  const walls = Array.from({ length: 3 }, () => openWall(server.url, wallToken));
  closings.push(async () => {
    for (const wall of walls) wall.close();
  });
  await until(() => walls.every((wall) => wall.board.seq() !== null), {
    timeoutMs: 20_000,
    what: 'the walls',
  });
  await broker.subscribed;
  const { deliveries, ids } = await gatherTraffic({
    reports: REPORTS,
    addPhoto: (seed) => graph.addPhoto(seed),
  });
  return {
    server,
    walls,
    ids,
    database,
    sendAll: (onAccepted) => sendAll({ server, channelToken, deliveries, broker, onAccepted }),
    close: async () => {
      for (const close of closings.reverse()) await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder for DATA_DIR; `Chaos.close` removes it. */
export async function makeDataDir(): Promise<string> {
  return (await makeTempFolder()).path;
}

function openWall(url: string, token: string): Live {
  return createLiveConnection({ url, token, schedule: (notify) => void setImmediate(notify) });
}

type Sending = {
  server: ServerProcess;
  channelToken: string;
  deliveries: Delivery[];
  broker: MqttBroker;
  onAccepted: (count: number) => void;
};

/** In the order of time, some at once, every second pack of readings through the broker; all are taken or this throws. */
async function sendAll({ server, channelToken, deliveries, broker, onAccepted }: Sending): Promise<Sender> {
  // A platform waits longer; the server is not gone for longer than this either.
  const patience = { giveUpAfterMs: 90_000, waitScale: 0.25 };
  const sender = createSender({ url: server.url, channelToken, whatsappSecret: APP_SECRET, ...patience });
  const gateway = await createMqttSender({ url: broker.url });
  const queue = deliveries.values();
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
