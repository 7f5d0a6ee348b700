import { loadCityPack } from '../shared/city/packs.ts';
import { readArguments, type SimulateArguments } from './simulate/arguments.ts';
import type { Delivery } from './simulate/delivery.ts';
import { startGraphServer } from './simulate/graph-server.ts';
import { createMqttSender } from './simulate/mqtt-sender.ts';
import { createRandom } from './simulate/random.ts';
import { runTraffic } from './simulate/run-traffic.ts';
import { createSender } from './simulate/sender.ts';
import { summarise } from './simulate/summary.ts';
import { createTraffic } from './simulate/traffic.ts';
import { createWorld } from './simulate/world.ts';

/** City traffic at a running server, in the channels' own formats. Exit code 1 when anything was refused for good. */
async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2), process.env);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const seed = args.seed ?? Date.now() % 2 ** 32;
  console.log(`${args.scenario}: ${args.rate} reports/s for ${args.seconds} s at ${args.url}, seed ${seed}`);
  warnOfMissingSecrets(args);

  const graph =
    args['graph-port'] === undefined ? null : await startGraphServer({ port: args['graph-port'] });
  const broker =
    args.mqtt === undefined ? null : await createMqttSender({ url: args.mqtt, ...topicOf(args) });
  const sender = createSender({
    url: args.url,
    channelToken: args.token,
    whatsappSecret: args['whatsapp-secret'],
    signal: stop.signal,
  });
  const world = createWorld({
    pack: loadCityPack(args.city),
    random: createRandom(seed),
    addPhoto: graph === null ? null : (photo) => graph.addPhoto(photo),
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
  let published = 0;
  const deliver = async (delivery: Delivery): Promise<void> => {
    if (broker === null || delivery.door !== 'sensors') await sender.send(delivery);
    else {
      await broker.send(delivery);
      published += delivery.externalIds.length;
    }
  };
  await runTraffic({ traffic, deliver, signal: stop.signal });
  await broker?.close();
  await graph?.close();
  console.log(summarise(sender));
  if (broker !== null) console.log(`${published} readings handed to the broker`);
  if (Object.values(sender.stats()).some(({ failed }) => failed > 0)) process.exitCode = 1;
}

function topicOf(args: SimulateArguments): { topic?: string } {
  return args['mqtt-topic'] === undefined ? {} : { topic: args['mqtt-topic'] };
}

function warnOfMissingSecrets(args: SimulateArguments): void {
  if (args.token === undefined) {
    console.log('No channel token (--token or CHANNEL_TOKEN): 112, LAKSA and sensors will be refused.');
    console.log('  npm run admin -- create-token --role channel --name simulate');
  }
  if (args['whatsapp-secret'] === undefined) {
    console.log(
      'No app secret (--whatsapp-secret or WHATSAPP_APP_SECRET): WhatsApp webhooks will be refused.',
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
