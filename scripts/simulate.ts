import { loadCityPack } from '../shared/city/packs.ts';
import { findLocalDoors, type LocalDoors } from './demo/local-doors.ts';
import { readArguments, type SimulateArguments } from './simulate/arguments.ts';
import type { Delivery } from './simulate/delivery.ts';
import { startGraphServer } from './simulate/graph-server.ts';
import { createMqttSender } from './simulate/mqtt-sender.ts';
import { createRandom } from './simulate/random.ts';
import { runTraffic } from './simulate/run-traffic.ts';
import { createSender, type Sender } from './simulate/sender.ts';
import { summarise } from './simulate/summary.ts';
import { createTraffic } from './simulate/traffic.ts';
import { createWorld, type World } from './simulate/world.ts';

/** City traffic at a running server, in the channels' own formats. Answers 1 when anything was refused for good. */
async function main(args: SimulateArguments): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const seed = args.seed ?? Date.now() % 2 ** 32;
  console.log(`${args.scenario}: ${args.rate} reports/s for ${args.seconds} s at ${args.url}, seed ${seed}`);

  await using closing = new AsyncDisposableStack();
  const doors = await openDoors(args);
  closing.defer(() => doors.release());
  const { channelToken, whatsappSecret } = doors;
  const sender = createSender({ url: args.url, channelToken, whatsappSecret, signal: stop.signal });
  const deliver = await chooseCarrier(args, sender, closing);
  const world = createWorld({
    pack: loadCityPack(args.city),
    random: createRandom(seed),
    addPhoto: await standInForMeta(args, closing),
    amlKey: args['aml-key'],
  });
  const traffic = createTraffic(world, {
    scenario: args.scenario,
    startAt: Date.now(),
    durationMs: args.seconds * 1000,
    rate: args.rate,
    hour: args.at,
    readingsEveryMs: args['readings-every'] === 0 ? null : args['readings-every'] * 1000,
  });
  await runTraffic({ traffic, deliver, signal: stop.signal });
  console.log(summarise(sender));
  return Object.values(sender.stats()).some(({ failed }) => failed > 0) ? 1 : 0;
}

/** What was given, completed by what a server on this machine lets its own people have. */
async function openDoors(args: SimulateArguments): Promise<LocalDoors> {
  const { token, 'whatsapp-secret': secret } = args;
  const isComplete = token !== undefined && secret !== undefined;
  const doors: LocalDoors = {
    ...(isComplete ? { release: async () => undefined } : await findLocalDoors(args.url, process.env)),
    ...(token !== undefined && { channelToken: token }),
    ...(secret !== undefined && { whatsappSecret: secret }),
  };
  if (doors.channelToken === undefined) {
    console.log('No channel token (--token or CHANNEL_TOKEN): 112, LAKSA and sensors will be refused.');
    console.log('  npm run admin -- create-token --role channel --name simulate');
  }
  if (doors.whatsappSecret === undefined) {
    console.log('No app secret (--whatsapp-secret or WHATSAPP_APP_SECRET): WhatsApp will be refused.');
  }
  return doors;
}

/** Everything goes over HTTP; with a broker the readings go there instead. */
async function chooseCarrier(
  args: SimulateArguments,
  sender: Sender,
  closing: AsyncDisposableStack,
): Promise<(delivery: Delivery) => Promise<void>> {
  const { mqtt: url, 'mqtt-topic': topic } = args;
  const overHttp = async (delivery: Delivery) => void (await sender.send(delivery));
  if (url === undefined) return overHttp;
  const broker = await createMqttSender(topic === undefined ? { url } : { url, topic });
  let published = 0;
  closing.defer(async () => {
    await broker.close();
    console.log(`${published} readings handed to the broker`);
  });
  return async (delivery) => {
    if (delivery.door !== 'sensors') return overHttp(delivery);
    await broker.send(delivery);
    published += delivery.externalIds.length;
  };
}

async function standInForMeta(
  args: SimulateArguments,
  closing: AsyncDisposableStack,
): Promise<World['addPhoto']> {
  if (args['graph-port'] === undefined) return null;
  const graph = await startGraphServer({ port: args['graph-port'] });
  closing.defer(() => graph.close());
  return (seed) => graph.addPhoto(seed);
}

try {
  process.exitCode = await main(readArguments(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
