import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { signMeta, whatsappMessages } from '../simulate/whatsapp.ts';
import { startChildServer } from './child-server.ts';
import type { BenchEnvironment } from './environment.ts';
import { atLeast, type BenchRow, median } from './row.ts';

const SECRET = 'bench-app-secret';
const CONNECTIONS = 32;
/** Many short rounds in turn: what else the machine does falls on both. */
const ROUNDS = 9;
const ROUND_S = 2;
const WARM_UP_S = 2;
const SERVER = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
const FLOOR = join(import.meta.dirname, 'floor-door.ts');

/** Durable 200s per second at the WhatsApp door, beside bare Express with the same HMAC and one INSERT. */
export async function measureDoor(environment: BenchEnvironment): Promise<BenchRow[]> {
  const floor = await startChildServer(FLOOR, {
    DATABASE_URL: await environment.emptyDatabase(),
    WHATSAPP_APP_SECRET: SECRET,
  });
  const door = await startChildServer(SERVER, {
    DATABASE_URL: await environment.migratedDatabase(),
    REDIS_URL: environment.redisUrl,
    DATA_DIR: join(environment.folder, 'door'),
    ROLE: 'web',
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: 'bench',
    SENDER_LIMIT_PER_MINUTE: '1000000',
  });
  try {
    const floors: number[] = [];
    const values: number[] = [];
    for (const { url } of [floor, door]) await load(url, WARM_UP_S);
    for (let round = 0; round < ROUNDS; round++) {
      floors.push(await load(floor.url, ROUND_S));
      values.push(await load(door.url, ROUND_S));
    }
    return [
      atLeast(0.6, {
        name: `WhatsApp door, ${CONNECTIONS} connections, durable 200s`,
        unit: 'per second',
        value: median(values),
        floor: median(floors),
        note: `ROLE=web, median of ${ROUNDS} rounds of ${ROUND_S} s`,
      }),
    ];
  } finally {
    await door.stop();
    await floor.stop();
  }
}

/** 200s per second over some seconds. Throws when anything else was answered. */
async function load(url: string, seconds: number): Promise<number> {
  const result = await autocannon({
    url: `${url}/channels/whatsapp`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/channels/whatsapp',
        setupRequest: (request) => ({ ...request, ...signedMessage() }),
      },
    ],
  });
  const others = result.non2xx + result.errors + result.timeouts;
  if (others > 0) throw new Error(`${others} of the requests to ${url} were not answered with 2xx`);
  return result['2xx'] / result.duration;
}

function signedMessage(): { body: string; headers: Record<string, string> } {
  const id = `wamid.${randomUUID()}`;
  const contact = { name: 'Budi', waId: '628111', bsuid: `ID.${id.slice(6, 14)}` };
  const text = 'Lampu jalan mati di depan pasar, sudah tiga hari';
  const { body, headers } = whatsappMessages([{ id, contact, at: Date.now(), type: 'text', text }]);
  return {
    body: Buffer.from(body).toString(),
    headers: { ...headers, 'X-Hub-Signature-256': signMeta(body, SECRET) },
  };
}
