import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGraphServer } from '../../scripts/simulate/graph-server.ts';
import { createRandom } from '../../scripts/simulate/random.ts';
import { createRecipients } from '../../scripts/simulate/recipients.ts';

let graph: Awaited<ReturnType<typeof startGraphServer>>;
beforeAll(async () => {
  graph = await startGraphServer();
});
afterAll(() => graph.close());

const bearer = { headers: { authorization: 'Bearer token' } };

test('a photo is fetched in two steps, as from Meta, and its digests agree', async () => {
  const { mediaId, sha256 } = await graph.addPhoto(42);
  const about = (await (await fetch(`${graph.url}/v26.0/${mediaId}`, bearer)).json()) as Record<
    string,
    string
  >;
  expect(about).toMatchObject({ messaging_product: 'whatsapp', mime_type: 'image/jpeg', id: mediaId });
  const photo = Buffer.from(await (await fetch(about.url ?? '', bearer)).arrayBuffer());
  expect(String(photo.length)).toBe(about.file_size);
  expect(createHash('sha256').update(photo).digest('hex')).toBe(about.sha256);
  expect(createHash('sha256').update(photo).digest('base64')).toBe(sha256);
});

test('both steps want a token, and unknown ids are not found', async () => {
  const { mediaId } = await graph.addPhoto(43);
  expect((await fetch(`${graph.url}/v26.0/${mediaId}`)).status).toBe(401);
  expect((await fetch(`${graph.url}/media/${mediaId}`)).status).toBe(401);
  expect((await fetch(`${graph.url}/v26.0/123`, bearer)).status).toBe(404);
});

test('a message is taken, and its person tells what became of it: sent, delivered, and the pin that was asked for', async () => {
  const place = { name: 'Pasar Baru', lat: -6.17, lng: 106.63 };
  const contact = { name: 'Sari', waId: '628111', bsuid: 'ID.1' };
  const told: { statuses?: { status: string; id: string }[]; messages?: unknown[] }[] = [];
  const ended = Promise.withResolvers<void>();
  const recipients = createRecipients({
    world: { whereabouts: new Map([['628111', { contact, place }]]) },
    random: { ...createRandom(1), chance: () => true },
    deliver: async ({ body }) => {
      const { entry } = JSON.parse(Buffer.from(body).toString());
      told.push(entry[0].changes[0].value);
    },
    paceScale: 0,
  });
  graph.onMessage((message) => void recipients.take(message).then(ended.resolve));
  const answer = await fetch(`${graph.url}/v26.0/1065403522/messages`, {
    method: 'POST',
    headers: { ...bearer.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      to: '628111',
      type: 'interactive',
      interactive: { type: 'location_request_message' },
      biz_opaque_callback_data: 'ours',
    }),
  });
  const { messages } = (await answer.json()) as { messages: { id: string }[] };
  const id = messages[0]?.id ?? '';
  await ended.promise;
  expect(told.flatMap(({ statuses = [] }) => statuses)).toMatchObject(
    ['sent', 'delivered', 'read'].map((status) => ({ id, status, biz_opaque_callback_data: 'ours' })),
  );
  expect(told.at(-1)?.messages).toMatchObject([
    { type: 'location', location: { latitude: place.lat, longitude: place.lng }, context: { id } },
  ]);
});
