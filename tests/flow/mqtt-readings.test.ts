import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeepMessage } from '../../server/channels/sensors/keep-message.ts';
import { type MqttMessage, subscribeMqtt } from '../../server/channels/sensors/mqtt.ts';
import { startMqtt } from '../../server/channels/sensors/start-mqtt.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import { type Doors, startDoors } from '../support/doors.ts';
import { type MqttBroker, startMqttBroker } from '../support/mqtt-broker.ts';
import { startRelay } from '../support/relay.ts';
import { silentLog } from '../support/silent-log.ts';
import { until } from '../support/until.ts';

const log = createLog('silent');
const PAUSE_MS = 20;

let broker: MqttBroker;
let sensor: MqttClient;
const cleanups: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  broker = await startMqttBroker();
  sensor = await connectAsync(broker.url);
  cleanups.push(broker.close, () => sensor.endAsync(true));
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

const settings = (clientId = 'live-room') => ({ url: broker.url, topics: ['sensors/#'], clientId });
const publish = (payload: unknown, options = {}) =>
  sensor.publishAsync('sensors/river', typeof payload === 'string' ? payload : JSON.stringify(payload), {
    qos: 1,
    ...options,
  });
const reading = (name: string, value = 1) => [{ n: name, bt: 1_779_000_000, v: value }];
const textOf = ({ payload }: MqttMessage) => payload.toString();

/** A subscription that is ready to receive. */
async function subscribe(keep: (message: MqttMessage) => Promise<void>) {
  const subscription = subscribeMqtt({ settings: settings(), keep, log, firstPauseMs: PAUSE_MS });
  cleanups.push(subscription.close);
  await until(() => subscription.health().state === 'subscribed', { what: 'the subscription' });
  return subscription;
}

async function openDoors(lineTo?: (url: string) => Promise<string>): Promise<Doors> {
  const doors = await startDoors(lineTo ? { lineTo } : {});
  cleanups.push(doors.close);
  return doors;
}

const keptIn = (doors: Doors) =>
  doors.db.selectFrom('report').select('external_id').orderBy('external_id').execute();

test('is acknowledged when it is kept, and not before', async () => {
  const acknowledged: string[] = [];
  broker.onAcknowledged((payload) => acknowledged.push(payload));
  let commit: (() => void) | undefined;
  await subscribe(
    () =>
      new Promise<void>((resolve) => {
        commit = resolve;
      }),
  );
  await publish('one');
  await until(() => commit !== undefined);
  await publish('two');
  expect(acknowledged).toEqual([]);
  commit?.();
  await until(() => acknowledged.length === 1);
  expect(acknowledged).toEqual(['one']);
  commit?.();
});

test('is delivered again until it can be kept, and what comes meanwhile is not lost', async () => {
  let failures = 3;
  const kept: string[] = [];
  const subscription = await subscribe(async (message) => {
    if (failures-- > 0) throw new Error('the database is down');
    kept.push(textOf(message));
  });
  await Promise.all([publish('one'), publish('two'), publish('three')]);
  await until(() => new Set(kept).size === 3, { what: 'all three' });
  expect(kept[0]).toBe('one');
  await until(() => subscription.health().state === 'subscribed');
});

test('with the database gone and back, every reading is taken once', async () => {
  let line: Awaited<ReturnType<typeof startRelay>> | undefined;
  const doors = await openDoors(async (databaseUrl) => {
    line = await startRelay(databaseUrl);
    const url = new URL(databaseUrl);
    url.host = new URL(line.url).host;
    return url.href;
  });
  cleanups.push(async () => line?.close());
  const keep = createKeepMessage({ intake: doors.intake, db: doors.db, clock: doors.clock, log });
  const subscription = await subscribe(keep);
  await publish(reading('before'));
  await until(async () => (await keptIn(doors)).length === 1);
  line?.leadTo('tcp://127.0.0.1:1');
  line?.cut();
  await publish(reading('during-1'));
  await publish(reading('during-2'));
  await until(() => subscription.health().state === 'failing', { what: 'the failure to be told' });
  expect(await keptIn(doors)).toHaveLength(1);
  line?.leadTo(doors.databaseUrl.replace(/^postgresql/, 'tcp'));
  await until(async () => (await keptIn(doors)).length === 3, { timeoutMs: 10_000 });
  expect((await keptIn(doors)).map(({ external_id }) => external_id.split('@')[0])).toEqual([
    'before',
    'during-1',
    'during-2',
  ]);
});

test('what cannot be read is kept as it came, and holds nobody up', async () => {
  const doors = await openDoors();
  await subscribe(createKeepMessage({ intake: doors.intake, db: doors.db, clock: doors.clock, log }));
  await publish('{"no":"pack"}');
  await publish('{"no":"pack"}');
  await publish(Buffer.from([0xff, 0xfe, 0x00]).toString('latin1'));
  await publish([
    { n: 'half', v: 1 },
    { n: 'half', v: 'x' },
  ]);
  await publish(reading('good'));
  await until(async () => (await keptIn(doors)).length === 1);
  expect((await keptIn(doors))[0]?.external_id).toMatch(/^good@/);
  const aside = await doors.db.selectFrom('unreadable').select(['channel', 'reason', 'raw']).execute();
  expect(aside).toHaveLength(3);
  expect(aside).toContainEqual({
    channel: 'sensor',
    reason: expect.stringContaining('array'),
    raw: { topic: 'sensors/river', text: '{"no":"pack"}' },
  });
});

test('a retained reading counts when it says of when it is', async () => {
  const doors = await openDoors();
  await publish(reading('dated'), { retain: true });
  await subscribe(createKeepMessage({ intake: doors.intake, db: doors.db, clock: doors.clock, log }));
  await until(async () => (await keptIn(doors)).length === 1);
  await sensor.publishAsync('sensors/undated', '[{"n":"undated","v":1}]', { qos: 1, retain: true });
  await until(async () => (await keptIn(doors)).length === 2, { what: 'the fresh delivery' });
  const second = subscribeMqtt({
    settings: settings('another'),
    keep: createKeepMessage({ intake: doors.intake, db: doors.db, clock: doors.clock, log }),
    log,
  });
  cleanups.push(second.close);
  await until(async () => {
    const aside = await doors.db.selectFrom('unreadable').select('reason').execute();
    return aside.some(({ reason }) => reason.startsWith('retained'));
  });
  expect(await keptIn(doors)).toHaveLength(2);
});

test('what is sent while nobody is connected waits', async () => {
  const kept: string[] = [];
  const keep = async (message: MqttMessage) => void kept.push(textOf(message));
  const first = await subscribe(keep);
  await first.close();
  await publish('while away');
  await subscribe(keep);
  await until(() => kept.length === 1);
  expect(kept).toEqual(['while away']);
});

test('of two nodes one is subscribed, and the other takes over', async () => {
  const doors = await openDoors();
  const { pool, close } = connectDatabase(doors.databaseUrl, { log: silentLog, max: 5 });
  cleanups.push(close);
  const start = () => {
    const { db, intake, clock } = doors;
    const node = startMqtt({ settings: settings(), pool, db, intake, clock, log, retryMs: 50 });
    cleanups.push(node.close);
    return node;
  };
  const isSubscribed = (node: ReturnType<typeof start>) => node.health()?.state === 'subscribed';
  const nodes = [start(), start()];
  const first = await until(() => nodes.find(isSubscribed));
  const second = nodes.find((node) => node !== first);
  await publish(reading('to-the-first'));
  await until(async () => (await keptIn(doors)).length === 1);
  expect(second?.health()).toBeNull();
  await first.close();
  await publish(reading('to-the-second'));
  await until(async () => (await keptIn(doors)).length === 2);
  await until(() => second && isSubscribed(second));
});
