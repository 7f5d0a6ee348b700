import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMeta, whatsappMessages } from '../../scripts/simulate/whatsapp.ts';
import { keepImportedPlaces } from '../../server/city/imported-places.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { CityView, TicketsAnswer } from '../../shared/wire/api.ts';
import type { EntryWords } from '../../shared/wire/entry.ts';
import type { PlaceAnswer } from '../../shared/wire/places.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const SCRIPTS = join(import.meta.dirname, '../../scripts');

/** Doors and screens on the one, the pipeline on the other, as a city with two machines has them. */
let web: TestServer;
let worker: TestServer;
let cookie: string;

beforeAll(async () => {
  web = await startTestServer({ pack: tangerang, settings: { ROLE: 'web' } });
  const { databaseUrl } = web;
  worker = await startTestServer({ pack: tangerang, databaseUrl, settings: { ROLE: 'worker' } });
  ({ cookie } = await web.signIn('operator'));
});
afterAll(async () => {
  await worker.close();
  await web.close();
});

async function importFile(script: string, name: string, content: string): Promise<void> {
  const file = join(web.dataDir, name);
  await writeFile(file, content);
  const env = { ...process.env, DATABASE_URL: web.databaseUrl, DATA_DIR: web.dataDir };
  await promisify(execFile)(process.execPath, [join(SCRIPTS, script), file], { env });
}

async function ask<T>(path: string, node = web): Promise<T> {
  const response = await fetch(node.url + path, { headers: { cookie } });
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

const placesIn = async (text: string, node: TestServer) =>
  (await ask<PlaceAnswer>(`/api/places?text=${encodeURIComponent(text)}`, node)).places;

/** Sends a message without a pin; answers its ticket. */
async function tell(text: string) {
  const known = new Set((await ask<TicketsAnswer>('/api/tickets?limit=200')).tickets.map(({ id }) => id));
  const contact = {
    name: 'Budi',
    waId: `6281${String(Math.random()).slice(2, 11)}`,
    bsuid: `ID.${randomUUID()}`,
  };
  const message = { id: `wamid.${randomUUID()}`, at: Date.now(), type: 'text' as const, text, contact };
  const { path, headers, body } = whatsappMessages([message]);
  const signed = { ...headers, 'X-Hub-Signature-256': signMeta(body, 'test-app-secret') };
  expect((await fetch(web.url + path, { method: 'POST', headers: signed, body })).status).toBe(200);
  return until(async () =>
    (await ask<TicketsAnswer>('/api/tickets?limit=200')).tickets.find(({ id }) => !known.has(id)),
  );
}

describe('while the server runs', () => {
  it('places that were imported are found by every node, and reports that name them placed', async () => {
    const said = 'sampah menumpuk depan warteg mpok leha';
    expect((await tell(said)).location).toBeNull();

    const row = 'Warteg Mpok Leha;market;-6.1801;106.6402';
    await importFile('import-gazetteer.ts', 'tempat.csv', `nama;jenis;lat;lng\n${row}`);
    for (const node of [web, worker]) await until(async () => (await placesIn(said, node)).length > 0);

    const { location, facts } = await tell(said);
    expect(location).toMatchObject({ lat: -6.1801, lng: 106.6402, kecamatan: 'Tangerang' });
    expect(facts.place).toMatchObject({ name: 'Warteg Mpok Leha' });
    const { places } = await ask<EntryWords>('/api/entry-words');
    expect(places.map(({ name }) => name)).toContain('Warteg Mpok Leha');
    expect(await placesIn('lampu mati di jalan kisamaun', web)).not.toHaveLength(0);
  });

  it('places that were imported again replace those imported before', async () => {
    const row = 'Bengkel Bang Jali;market;-6.1802;106.6403';
    await importFile('import-gazetteer.ts', 'lain.csv', `nama;jenis;lat;lng\n${row}`);
    for (const node of [web, worker]) {
      await until(async () => (await placesIn('depan bengkel bang jali', node)).length > 0);
      expect(await placesIn('depan warteg mpok leha', node)).toEqual([]);
    }
  });

  it('what was set on screens stays, however strange an imported place is', async () => {
    const { south, west } = tangerang.bounds;
    const strange = {
      name: 'Gubuk di Tepi',
      kind: 'market' as const,
      lat: south - 0.01,
      lng: west,
      radiusM: 100,
    };
    const administrator = await web.signIn('administrator');
    const [department] = tangerang.departments;
    if (!department) throw new Error('the pack has no department');
    const { code, name, icon, internal } = department;
    const value = { name, icon, internal, active: true, shortName: 'Nama Baru' };
    const changed = await fetch(`${web.url}/api/settings`, {
      method: 'POST',
      headers: { cookie: administrator.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ kind: 'department', key: code, value },
        ...{ effectiveFrom: null, reason: 'uji coba', after: null, acceptMissed: 0 },
      }),
    });
    expect(changed.status, await changed.text()).toBe(201);
    await keepImportedPlaces(web.db, [{ ...strange, source: 'a test', precision: 'exact' }], { add: true });
    await until(async () => (await placesIn('depan gubuk di tepi', web)).length > 0);
    const { departments } = await ask<CityView>('/api/city');
    expect(departments[0]?.shortName).toBe('Nama Baru');
  });

  it('areas that were imported are drawn, and places lie in them', async () => {
    const [first] = tangerang.kelurahan;
    if (!first) throw new Error('the pack has no kelurahan');
    // Around its point and far beyond, over what is another's without an import.
    const corner = (lat: number, lng: number) => [first.lng + lng, first.lat + lat];
    const ring = [corner(-0.02, -0.02), corner(-0.02, 0.02), corner(0.02, 0.02), corner(0.02, -0.02)];
    const feature = {
      type: 'Feature',
      properties: { kode: first.code, nama: first.name },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
    const cellOf = async () =>
      (await ask<CityView>('/api/city')).cells.find(({ code }) => code === first.code);
    expect(await cellOf()).toMatchObject({ approximate: true });

    const geojson = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    await importFile('import-areas.ts', 'areas.geojson', geojson);
    await until(async () => (await cellOf())?.approximate === false);

    const location = { lat: first.lat + 0.019, lng: first.lng + 0.019 };
    expect(createAreaIndex(tangerang).locate(location)?.kelurahan.code).not.toBe(first.code);
    const entry = { entryId: randomUUID(), category: 'flood', text: 'banjir', location };
    const response = await fetch(`${web.url}/api/tickets`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(entry),
    });
    expect(await response.json()).toMatchObject({ location: { kelurahan: first.name } });
  });
});
