import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDetail } from '../../server/tickets/detail.ts';
import { presentLiveTicket } from '../../server/tickets/present.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import { buildCall, buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

const WRITER = { name: 'Budi', accountId: 'ID.budi' };
const station = tangerang.gazetteer?.find(({ name }) => name === 'Stasiun Poris');

/** What a text without a pin becomes. */
async function say(text: string, given: Parameters<typeof buildReport>[0] = {}) {
  const [id = ''] = await kit.receive(buildReport({ text, location: null, reporter: WRITER, ...given }));
  await kit.process([id]);
  return (await kit.tickets()).at(-1);
}

describe('a report without coordinates', () => {
  test('is where its words say, as far off as they say, and a wall may know it', async () => {
    const ticket = await say('Banjir di depan Stasiun Poris tolong pak');
    expect(ticket).toMatchObject({
      category: 'flood',
      location: {
        ...{ lat: station?.lat, lng: station?.lng, source: 'words', accuracyM: 300 },
        ...{ kelurahan: 'Poris Gaga', kecamatan: 'Batuceper' },
      },
      facts: { place: { name: 'Stasiun Poris', kind: 'station', relation: 'depan', radiusM: 300 } },
    });
    if (!ticket) throw new Error('no ticket');
    expect(presentLiveTicket(ticket, tangerang).facts.place?.name).toBe('Stasiun Poris');
  });

  test('is in no kelurahan where only the kecamatan is told, and in no area where a long road is', async () => {
    const wide = await say('lampu jalan mati di kecamatan cipondoh', { reporter: { accountId: 'ID.c' } });
    expect(wide).toMatchObject({ location: { kelurahan: null, kecamatan: 'Cipondoh' } });
    const long = await say('lampu jalan mati sepanjang daan mogot', { reporter: { accountId: 'ID.d' } });
    expect(long).toMatchObject({
      location: { kelurahan: null, kecamatan: null },
      facts: { place: { name: 'Jalan Daan Mogot' } },
    });
  });

  test('has the place that its form tells in words', async () => {
    const ticket = await say('lubang dalam', { channel: 'laksa', raw: { address: 'Jl. Kisamaun no 12' } });
    expect(ticket?.facts.place).toMatchObject({ name: 'Jalan Ki Samaun', kind: 'street' });
  });

  test('takes any coordinate that comes later, however little is known of it, and words do not take it back', async () => {
    await say('Banjir di depan Stasiun Poris');
    const pinned = await say('', { location: buildPin() });
    expect(pinned).toMatchObject({ reportCount: 2, location: { source: 'pin', accuracyM: null } });
    expect(pinned?.facts.place).toBeUndefined();
    const again = await say('banjir di dekat stasiun poris pak');
    expect(again).toMatchObject({ reportCount: 1, location: { source: 'words' } });
    expect((await kit.tickets())[0]).toMatchObject({ location: { source: 'pin' } });
  });

  test('has a pin that comes later kept beside the place an operator has set', async () => {
    const ticket = await say('Banjir di depan Stasiun Poris');
    const operator = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
    const set = { lat: -6.1709, lng: 106.681 };
    await kit.commands.perform('verify', ticket?.id ?? '', { version: 1, location: set }, operator);
    const pinned = await say('', { location: buildPin() });
    expect(pinned).toMatchObject({ reportCount: 2, location: { source: 'operator', ...set } });
    if (!pinned) throw new Error('no ticket');
    const { reports } = await readDetail(kit.db, tangerang, pinned, operator);
    const { lat, lng } = buildPin();
    expect(reports.at(-1)?.positions).toEqual([{ source: 'pin', lat, lng, accuracyM: null }]);
  });

  test('is not taken for another of which no more is known than the same street', async () => {
    await say('lubang di jl daan mogot', { reporter: { accountId: 'ID.a' } });
    await say('ada lubang besar di jalan daan mogot', { reporter: { accountId: 'ID.b' } });
    expect(await kit.tickets()).toMatchObject([{ reportCount: 1 }, { reportCount: 1 }]);
  });
});

describe('outside the city', () => {
  test('a place in words is kept with the name of the neighbour', async () => {
    expect(await say('kebakaran rumah di serpong')).toMatchObject({
      category: 'fire',
      location: null,
      facts: { outside: 'Tangerang Selatan' },
    });
  });

  test('so is a coordinate, until an operator sets the place', async () => {
    const far = { lat: -6.3, lng: 106.66, accuracyM: 20, source: 'pin' as const };
    const ticket = await say('kebakaran rumah', { location: far });
    expect(ticket).toMatchObject({
      location: { kelurahan: null, source: 'pin' },
      facts: { outside: 'Tangerang Selatan' },
    });
    const actor = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
    const body = { version: 1, location: { lat: -6.17, lng: 106.63 } };
    await kit.commands.perform('verify', ticket?.id ?? '', body, actor);
    const [placed] = await kit.tickets();
    expect(placed?.facts.outside).toBeUndefined();
    expect(placed?.location?.kecamatan).toBe('Tangerang');
  });
});

test('of several coordinates the surest handset’s wins, and all are shown', async () => {
  const call = buildCall({
    location: { lat: -6.18, lng: 106.64, accuracyM: 900, source: 'exchange' },
  });
  for (const accuracyM of [60, 15]) await sendAml(accuracyM, call.occurredAt);
  const [id = ''] = await kit.receive(call);
  await kit.process([id]);
  const [ticket] = await kit.tickets();
  expect(ticket?.location).toMatchObject({ source: 'aml', accuracyM: 15 });
  if (!ticket) throw new Error('no ticket');
  const operator = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
  const { reports } = await readDetail(kit.db, tangerang, ticket, operator);
  expect(reports[0]?.positions.map(({ source, accuracyM }) => [source, accuracyM])).toEqual([
    ['aml', 15],
    ['aml', 60],
    ['exchange', 900],
  ]);
});

async function sendAml(accuracyM: number, at: string): Promise<void> {
  const digest = createHash('sha256').update(randomUUID()).digest('hex');
  const place = { lat: -6.2, lng: 106.65 + accuracyM / 100_000, accuracy_m: accuracyM };
  await kit.db
    .insertInto('aml_location')
    .values({ digest, device_number: '+628111222333', ...place, located_at: at, verified: true, raw: '{}' })
    .execute();
}
