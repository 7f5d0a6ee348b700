import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../server/platform/log.ts';
import { createRoomCommands } from '../../server/room/commands.ts';
import { lookForFlood } from '../../server/room/flood.ts';
import { takePulse } from '../../server/room/pulse.ts';
import { readRoom } from '../../server/room/read-room.ts';
import { createWallRegister, forgetGoneWalls, listWalls } from '../../server/room/walls.ts';
import type { Channel } from '../../shared/report/channel.ts';
import { smallCity } from '../support/small-city.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';
import { buildWallReport } from '../support/wall-player.ts';

/** What the room does by itself, on a real database and a clock that moves when told. */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const pack = {
  ...smallCity,
  flood: { posts: 1, reports: 3, withinMin: 60, calmMin: 30, categories: ['river-high'] },
};
let part: TicketsUnderTest;

beforeAll(async () => {
  part = await startTickets(pack);
});
beforeEach(async () => {
  for (const table of ['report', 'report_hour', 'wall_screen', 'sensor_state'] as const)
    await part.db.deleteFrom(table).execute();
  // Saturday, 20.30 in Makassar.
  part.clock.set(Date.parse('2026-11-21T12:30:00Z'));
});
afterAll(() => part.stop());

async function receive(channel: Channel, times: readonly number[], ticketId: string | null = null) {
  const rows = times.map((ms) => ({
    channel,
    external_id: crypto.randomUUID(),
    urgent: false,
    text: '',
    raw: '{}',
    occurred_at: new Date(ms),
    received_at: new Date(ms),
    ticket_id: ticketId,
  }));
  if (rows.length > 0) await part.db.insertInto('report').values(rows).execute();
}

async function pulse() {
  await takePulse(part.db, pack.timeZone, part.clock.now());
  return (await readRoom(part.db, pack.flood, part.clock.now())).room.channels;
}

test('the pulse counts the last hour, and knows what is usual once there is a week of history', async () => {
  const now = part.clock.now();
  await receive('whatsapp', [now - 10 * MINUTE_MS, now - 59 * MINUTE_MS, now - 61 * MINUTE_MS]);
  expect(await pulse()).toEqual([{ channel: 'whatsapp', lastHour: 2, usual: null }]);

  // A week ago, and on the Sunday after it: six and four in the first half of this hour, nothing in the one before.
  await part.db.deleteFrom('report_hour').execute();
  const six = Array.from({ length: 6 }, () => now - 7 * DAY_MS - 20 * MINUTE_MS);
  const four = Array.from({ length: 4 }, () => now - 6 * DAY_MS - 20 * MINUTE_MS);
  // A Wednesday says nothing of a Saturday; the very first report only starts the history.
  const workday = Array.from({ length: 90 }, () => now - 3 * DAY_MS - 20 * MINUTE_MS);
  await receive('whatsapp', [...six, ...four, ...workday]);
  await receive('112', [now - 8 * DAY_MS]);
  // Half of the last sixty minutes lie in this hour of the clock: half of five.
  expect(await pulse()).toEqual([
    { channel: '112', lastHour: 0, usual: 0 },
    { channel: 'whatsapp', lastHour: 2, usual: 2.5 },
  ]);
});

test('an hour is counted once it is over, and what was committed late is still counted', async () => {
  const start = Date.parse('2026-11-21T12:00:00Z');
  await receive('laksa', [start + MINUTE_MS]);
  await pulse();
  expect(await part.db.selectFrom('report_hour').selectAll().execute()).toEqual([]);
  part.clock.set(start + HOUR_MS + 1000);
  await pulse();
  await receive('laksa', [start + 59 * MINUTE_MS]);
  part.clock.set(start + 2 * HOUR_MS + 1000);
  await pulse();
  expect(await part.db.selectFrom('report_hour').selectAll().execute()).toEqual([
    { hour: new Date(start), channel: 'laksa', count: 2 },
  ]);
});

test('a pulse that nobody has taken for minutes is not shown', async () => {
  await receive('laksa', [part.clock.now() - MINUTE_MS]);
  expect(await pulse()).toHaveLength(1);
  part.clock.advance(6 * MINUTE_MS);
  expect((await readRoom(part.db, pack.flood, part.clock.now())).room.channels).toEqual([]);
});

test('the flood rule sees people and posts, not what is old, closed or of another kind, and ends after the calm', async () => {
  const look = async () => {
    await lookForFlood(part.db, pack.flood, part.clock.now());
    return readRoom(part.db, pack.flood, part.clock.now());
  };
  const now = part.clock.now();
  const flooded = await part.openTicket({ category: 'river-high' });
  const road = await part.openTicket({ category: 'broken-road' });
  await receive('whatsapp', [now - MINUTE_MS, now - 59 * MINUTE_MS, now - 61 * MINUTE_MS], flooded.id);
  await receive('whatsapp', [now - MINUTE_MS], road.id);
  await receive('sensor', [now - MINUTE_MS], flooded.id);
  expect((await look()).flood.rule).toMatchObject({ seen: { posts: 0, reports: 2 }, onSince: null });

  await part.db
    .insertInto('sensor_state')
    .values({ post_id: 'jembatan', value: 3.2, at: new Date(now), alarm: true })
    .execute();
  expect((await look()).room.flood).toEqual({
    by: 'rule',
    posts: 1,
    reports: 2,
    since: new Date(now).toISOString(),
  });
  // The post falls silent: an hour later its alarm counts no more, and half an hour of calm ends it.
  part.clock.advance(61 * MINUTE_MS);
  expect((await look()).room.flood).toMatchObject({ by: 'rule', posts: 0, reports: 0 });
  part.clock.advance(29 * MINUTE_MS);
  expect((await look()).room.flood).not.toBeNull();
  part.clock.advance(MINUTE_MS);
  expect((await look()).room.flood).toBeNull();
  const acts = await part.db.selectFrom('room_log').select('act').orderBy('id').execute();
  expect(acts.map(({ act }) => act)).toEqual(['flood.rule-on', 'flood.rule-off']);
});

test('warnings stand the worst first, and each ends by itself when its time is over', async () => {
  const commands = createRoomCommands({ db: part.db, pack, clock: part.clock });
  const until = new Date(part.clock.now() + 5 * MINUTE_MS).toISOString();
  const said = { severity: 'Moderate' as const, event: 'Angin', text: 'Angin kencang', source: 'BMKG' };
  await commands.warn({ ...said, severity: 'Extreme', kecamatan: [], until }, buildActor('supervisor'));
  await commands.warn({ ...said, kecamatan: [], until }, buildActor('supervisor'));
  const inForce = async () => (await readRoom(part.db, pack.flood, part.clock.now())).room.warnings;
  expect((await inForce()).map(({ severity }) => severity)).toEqual(['Extreme', 'Moderate']);
  part.clock.advance(5 * MINUTE_MS);
  expect(await inForce()).toEqual([]);
});

test('the walls of a node that died leave the list; those of one that lives stay, however quiet they are', async () => {
  const { db, clock } = part;
  const register = createWallRegister({ db, clock, log: createLog('silent') });
  register.reported({ id: 'lobby', name: 'Lobi' }, buildWallReport());
  await until(async () => (await listWalls(db, clock.now())).length === 1);
  clock.advance(31_000);
  expect(await listWalls(db, clock.now())).toEqual([]);
  await forgetGoneWalls(db, clock.now() + MINUTE_MS);
  expect(await db.selectFrom('wall_screen').select('id').execute()).toEqual([]);
  // It lives after all: its next word puts the wall back, with the time of its connection.
  register.reported({ id: 'lobby', name: 'Lobi' }, buildWallReport({ scene: 'sensors' }));
  await until(async () => (await listWalls(db, clock.now())).length === 1);
  const [wall] = await listWalls(db, clock.now());
  expect(wall).toMatchObject({ scene: 'sensors', connectedAt: '2026-11-21T12:30:00.000Z' });
  await register.close();
  expect(await listWalls(db, clock.now())).toEqual([]);
});
