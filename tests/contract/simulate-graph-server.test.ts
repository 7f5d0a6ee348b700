import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGraphServer } from '../../scripts/simulate/graph-server.ts';

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
