import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Pin, Warning } from '../../shared/wire/room.ts';
import type { RoomView, WallList } from '../../shared/wire/room-api.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';
import { openWall, type WallPlayer } from '../support/wall-player.ts';

/** Two web nodes on one database; a supervisor at the first, screens at both. */
const pack = {
  ...smallCity,
  flood: { posts: 1, reports: 2, withinMin: 60, calmMin: 30, categories: ['river-high'] },
};
let first: TestServer;
let second: TestServer;
let supervisor: string;
const players: WallPlayer[] = [];

beforeAll(async () => {
  first = await startTestServer({ pack, settings: { ROLE: 'web' } });
  second = await startTestServer({ pack, settings: { ROLE: 'web' }, databaseUrl: first.databaseUrl });
  supervisor = (await first.signIn('supervisor')).cookie;
});
afterEach(() => {
  for (const player of players.splice(0)) player.close();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

async function ask<T>(method: string, path: string, body?: object, cookie = supervisor): Promise<T> {
  const response = await fetch(first.url + path, {
    method,
    headers: { Cookie: cookie, Origin: first.url, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? null : await response.json()) as T;
}

function play(server: TestServer, token?: string, headers?: Record<string, string>): WallPlayer {
  const player = openWall(server.url, token, headers);
  players.push(player);
  return player;
}

async function wallIds(): Promise<string[]> {
  return (await ask<WallList>('GET', '/api/walls')).walls.map(({ id }) => id);
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

test('walls of every node are on one list, with what they say last, until they leave', async () => {
  const here = play(first, await first.token('wall'));
  const there = play(second, await second.token('wall'));
  await here.report({ sound: 'blocked' });
  await there.report();
  await until(async () => (await wallIds()).length === 2, { what: 'both walls' });
  await there.report({ scene: 'flood', sceneHeld: true });
  await until(async () => {
    const { walls } = await ask<WallList>('GET', '/api/walls');
    return walls.some(({ scene, sceneHeld }) => scene === 'flood' && sceneHeld);
  });
  const { walls } = await ask<WallList>('GET', '/api/walls');
  expect(walls.map(({ name, sound, width }) => ({ name, sound, width }))).toContainEqual({
    name: 'a wall',
    sound: 'blocked',
    width: 1920,
  });
  there.close();
  await until(async () => (await wallIds()).length === 1, { what: 'the other to be gone' });
  expect(await wallIds()).toEqual([here.socket.id]);
});

test('an order reaches one wall or all of them, whichever node they hang on, and no desk', async () => {
  const here = play(first, await first.token('wall'));
  const there = play(second, await second.token('wall'));
  const desk = play(second, undefined, { cookie: (await first.signIn('operator')).cookie });
  await Promise.all([here.report(), there.report(), desk.connected()]);
  await until(async () => (await wallIds()).length === 2);
  await ask('POST', '/api/walls/orders', {
    wallId: there.socket.id,
    order: { kind: 'scene', scene: 'sensors' },
  });
  await until(() => there.orders.length === 1);
  await ask('POST', '/api/walls/orders', { wallId: null, order: { kind: 'reload' } });
  await until(() => there.orders.length === 2 && here.orders.length === 1);
  expect(there.orders).toEqual([{ kind: 'scene', scene: 'sensors' }, { kind: 'reload' }]);
  expect(here.orders).toEqual([{ kind: 'reload' }]);
  expect(desk.orders).toEqual([]);
  await expect(
    ask('POST', '/api/walls/orders', { wallId: 'nobody', order: { kind: 'reload' } }),
  ).rejects.toThrow('404');
});

test('a wall that says nonsense is cut off', async () => {
  const wall = play(first, await first.token('wall'));
  await wall.connected();
  wall.socket.emit('wall.reported', { scene: 'cat pictures' } as never);
  await until(() => wall.ended.length > 0);
  expect(wall.ended).toEqual(['io server disconnect']);
});

test('a wall that says too much is heard now and then', async () => {
  const wall = play(first, await first.token('wall'));
  for (let width = 1; width <= 500; width += 1) await wall.report({ width });
  await wall.sync(null);
  await until(async () => (await wallIds()).includes(wall.socket.id ?? ''));
  const { walls } = await ask<WallList>('GET', '/api/walls');
  expect(walls[0]?.width).toBeLessThan(250);
  expect(wall.ended).toEqual([]);
});

test('who opens the wall in a session of the control room is a wall; a department and an executive are none', async () => {
  const headers = async (...who: Parameters<TestServer['signIn']>) => ({
    cookie: (await first.signIn(...who)).cookie,
  });
  const opened = play(first, undefined, await headers('operator'));
  const others = [
    play(first, undefined, await headers('responder', 'SIAGA')),
    play(first, undefined, await headers('executive')),
  ];
  for (const player of [...others, opened]) await player.report();
  await until(async () => (await wallIds()).length > 0);
  expect(await wallIds()).toEqual([opened.socket.id]);
  expect(opened.rooms.length).toBeGreaterThan(0);
  expect(others.map(({ rooms }) => rooms)).toEqual([[], []]);
});

test('flood mode by hand stands on the screens of all nodes until it is given back', async () => {
  const there = play(second, await second.token('wall'));
  await until(() => there.room());
  await ask('PUT', '/api/room/flood', { mode: 'on' });
  await until(() => there.room()?.flood?.by === 'hand');
  expect(there.room()?.flood).toMatchObject({ by: 'hand', who: 'the supervisor' });
  const late = play(second, await second.token('wall'));
  await until(() => late.room()?.flood?.by === 'hand', { what: 'who comes later to be told' });
  await ask('PUT', '/api/room/flood', { mode: 'auto' });
  await until(() => there.room()?.flood === null);
});

test('reports of flooding turn it on by the rule; off by hand wins until it is given back', async () => {
  const there = play(second, await second.token('wall'));
  const operator = await createOperator(first);
  await operator.open('river-high');
  await operator.open('broken-road');
  await operator.open('river-high');
  await until(() => there.room()?.flood?.by === 'rule', { what: 'the rule to turn it on' });
  expect(there.room()?.flood).toMatchObject({ posts: 0, reports: 2 });
  await ask('PUT', '/api/room/flood', { mode: 'off' });
  await until(() => there.room()?.flood === null);
  const { flood } = await ask<RoomView>('GET', '/api/room');
  expect(flood).toMatchObject({ mode: 'off', by: 'the supervisor', rule: { seen: { reports: 2 } } });
  expect(flood.rule?.onSince).not.toBeNull();
  await ask('PUT', '/api/room/flood', { mode: 'auto' });
  await until(() => there.room()?.flood?.by === 'rule');
});

test('pins stand until they are taken down, those of tickets until they are over', async () => {
  const there = play(second, await second.token('wall'));
  const operator = await createOperator(first);
  const ticket = await operator.open('blaze');
  const message = await ask<Pin>('POST', '/api/room/pins', { text: 'Apel pagi pukul 07.30' });
  const pinned = await ask<Pin>('POST', '/api/room/pins', { ticketId: ticket.id });
  // Pinned is pinned.
  expect((await ask<Pin>('POST', '/api/room/pins', { ticketId: ticket.id })).id).toBe(pinned.id);
  await until(() => there.room()?.pins.length === 2);
  expect(there.room()?.pins).toEqual([message, pinned]);
  await ask('DELETE', `/api/room/pins/${message.id}`);
  await until(() => there.room()?.pins.length === 1);
  await operator.give(ticket, 'reject', { reason: 'latihan' });
  await until(() => there.room()?.pins.length === 0, { what: 'the finished ticket to be taken down' });
  await expect(ask('POST', '/api/room/pins', { ticketId: ticket.id })).rejects.toThrow('409');
  await until(
    async () =>
      (
        await first.db
          .selectFrom('room_pin')
          .select('ended_by')
          .where('id', '=', pinned.id)
          .executeTakeFirst()
      )?.ended_by === 'system',
  );
  const kept = await first.db.selectFrom('room_pin').select(['id', 'created_by', 'ended_by']).execute();
  expect(kept).toContainEqual({ id: message.id, created_by: 'the supervisor', ended_by: 'the supervisor' });
});

test('a warning is given, extended and ended, and the log knows by whom; sent twice it is one', async () => {
  const there = play(second, await second.token('wall'));
  const id = crypto.randomUUID();
  const body = {
    id,
    severity: 'Severe',
    event: 'Hujan lebat',
    text: 'Hujan lebat disertai petir',
    kecamatan: ['Hulu'],
    source: 'BMKG',
    until: inMinutes(30),
  };
  await ask<Warning>('POST', '/api/room/warnings', body);
  await ask<Warning>('POST', '/api/room/warnings', body);
  await until(() => there.room()?.warnings.length === 1);
  expect(there.room()?.warnings[0]).toMatchObject({ ...body, until: new Date(body.until).toISOString() });
  const later = inMinutes(90);
  await ask('PATCH', `/api/room/warnings/${id}`, { until: later });
  await until(() => there.room()?.warnings[0]?.until === later);
  await ask('DELETE', `/api/room/warnings/${id}`);
  await until(() => there.room()?.warnings.length === 0);
  await expect(ask('PATCH', `/api/room/warnings/${id}`, { until: inMinutes(60) })).rejects.toThrow('409');
  const acts = await first.db
    .selectFrom('room_log')
    .select(['act', 'actor', 'details'])
    .orderBy('id')
    .execute();
  const ofThis = acts.filter(({ details }) => (details as { warning?: string }).warning === id);
  expect(ofThis.map(({ act }) => act)).toEqual(['warning.given', 'warning.changed', 'warning.ended']);
  expect(ofThis.every(({ actor }) => (actor as { name: string }).name === 'the supervisor')).toBe(true);
});

test('a warning that is over already, or for a kecamatan of another city, is refused by field', async () => {
  const body = { severity: 'Minor', event: 'Angin', text: 'Angin', source: 'BMKG' };
  await expect(
    ask('POST', '/api/room/warnings', { ...body, kecamatan: [], until: inMinutes(-1) }),
  ).rejects.toThrow(/400.*until/);
  await expect(
    ask('POST', '/api/room/warnings', { ...body, kecamatan: ['Ciledug'], until: inMinutes(9) }),
  ).rejects.toThrow(/400.*kecamatan/);
});
