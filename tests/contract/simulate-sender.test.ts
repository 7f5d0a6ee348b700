import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Delivery } from '../../scripts/simulate/delivery.ts';
import { createSender } from '../../scripts/simulate/sender.ts';
import { summarise } from '../../scripts/simulate/summary.ts';
import { signMeta, whatsappMessages } from '../../scripts/simulate/whatsapp.ts';

type Answer = { status: number; headers?: Record<string, string> } | 'hang up';
type Received = { headers: IncomingMessage['headers']; body: string };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that gives the answers in turn, and the last one from then on. */
async function startServer(answers: Answer[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      const answer = answers[Math.min(received.length, answers.length) - 1] ?? 'hang up';
      if (answer === 'hang up') request.socket.destroy();
      else response.writeHead(answer.status, answer.headers).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const contact = { name: 'Budi', waId: '628111', bsuid: 'ID.1' };
const webhook = whatsappMessages([{ id: 'wamid.A', contact, at: 0, type: 'text', text: 'Banjir ☔' }]);
const reading: Delivery = {
  door: 'sensors',
  path: '/channels/sensors/readings',
  proof: 'channel-token',
  headers: { 'content-type': 'application/senml+json' },
  body: new TextEncoder().encode('[]'),
  externalIds: ['a', 'b'],
};

test('what gets no 2xx is sent again, the same to the byte, until it does', async () => {
  const { url, received } = await startServer([{ status: 503 }, 'hang up', { status: 429 }, { status: 200 }]);
  const sender = createSender({ url, whatsappSecret: 'geheim', waitScale: 0.001 });
  const outcome = await sender.send(webhook);
  expect(outcome).toMatchObject({ ok: true, status: 200, attempts: 4 });
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(received[0]?.headers['x-hub-signature-256']).toBe(signMeta(webhook.body, 'geheim'));
  expect(sender.stats().whatsapp).toEqual({ sent: 1, reports: 1, accepted: 1, retried: 3, failed: 0 });
});

test('a refusal that stays one is not repeated, and the summary says why', async () => {
  const { url, received } = await startServer([{ status: 401 }]);
  const sender = createSender({ url, channelToken: 'lr_channel_x' });
  expect(await sender.send(reading)).toMatchObject({ ok: false, status: 401, attempts: 1 });
  expect(received[0]?.headers.authorization).toBe('Bearer lr_channel_x');
  expect(summarise(sender)).toContain('sensors refused at last: 401 {}');
});

test('Retry-After is kept', async () => {
  const { url } = await startServer([{ status: 503, headers: { 'retry-after': '20' } }, { status: 204 }]);
  const startedAt = Date.now();
  const outcome = await createSender({ url, waitScale: 0.01 }).send(reading);
  expect(outcome).toMatchObject({ ok: true, attempts: 2 });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(195);
});

test('a sender gives up in the end and counts it', async () => {
  const sender = createSender({ url: 'http://127.0.0.1:9', giveUpAfterMs: 100, waitScale: 0.01 });
  expect(await sender.send(reading)).toMatchObject({ ok: false, status: 0 });
  expect(sender.stats().sensors).toMatchObject({ sent: 1, reports: 2, failed: 1 });
});
