import { expect, test } from 'vitest';
import { createRandom } from '../../../scripts/simulate/random.ts';
import { createTraffic, type Timed, type TrafficOptions } from '../../../scripts/simulate/traffic.ts';
import { createWorld } from '../../../scripts/simulate/world.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { loadCityPack } from '../../../shared/city/packs.ts';
import { smallCity } from '../../support/small-city.ts';

const START = Date.parse('2026-11-21T12:00:00Z');
const pack = loadCityPack('tangerang');

async function play(
  options: Partial<TrafficOptions> & { seed?: number; city?: CityPack } = {},
): Promise<Timed[]> {
  const { seed = 1, city = pack, ...rest } = options;
  const world = createWorld({ pack: city, random: createRandom(seed), photos: false });
  const timed: Timed[] = [];
  const defaults = { scenario: 'normal', startAt: START, durationMs: 120_000, rate: 5 } as const;
  for await (const one of createTraffic(world, { ...defaults, ...rest })) timed.push(one);
  return timed;
}

const decoder = new TextDecoder();
const textOf = ({ delivery }: Timed) => decoder.decode(delivery.body);
const asked = (timed: Timed[]) =>
  new Set(
    timed
      .filter(({ delivery }) => delivery.door !== 'sensors')
      .flatMap(({ delivery }) => delivery.externalIds),
  );

test('the same seed gives the same city, another seed another one', async () => {
  const first = (await play()).map(textOf);
  expect((await play()).map(textOf)).toEqual(first);
  expect((await play({ seed: 2 })).map(textOf)).not.toEqual(first);
});

test('about as many reports come as the rate says, in the order of time, through every door', async () => {
  const timed = await play({ readingsEveryMs: 10_000 });
  const count = asked(timed).size;
  expect(count).toBeGreaterThan(500);
  expect(count).toBeLessThan(700);
  expect(timed.map(({ atMs }) => atMs)).toEqual(timed.map(({ atMs }) => atMs).sort((a, b) => a - b));
  expect(new Set(timed.map(({ delivery }) => delivery.door)).size).toBe(5);
  expect(timed.filter(({ delivery }) => delivery.door === 'sensors')).toHaveLength(13);
});

test('every call that rings also ends, even when the traffic is over before', async () => {
  const events = (await play({ scenario: 'prank', durationMs: 30_000 }))
    .filter(({ delivery }) => delivery.door === '112')
    .map((one) => JSON.parse(textOf(one)) as { callId: string; state: string });
  const inState = (state: string) =>
    new Set(events.filter((one) => one.state === state).map(({ callId }) => callId));
  expect(inState('ringing').size).toBeGreaterThan(20);
  expect(inState('ended')).toEqual(inState('ringing'));
  expect(inState('answered').size).toBeLessThan(inState('ringing').size);
});

test('in a flood the posts rise over their marks and fall again, and reports cluster around them', async () => {
  const timed = await play({ scenario: 'flood', durationMs: 600_000, readingsEveryMs: 30_000, rate: 1 });
  const levels = timed
    .filter(({ delivery }) => delivery.door === 'sensors')
    .map((one) => (JSON.parse(textOf(one)) as { v: number }[]).map(({ v }) => v));
  const rules = pack.sensors.map(({ rule }) => rule);
  const over = (mark: 'raiseAt' | 'criticalAt') =>
    rules.filter((rule, post) => levels.some((pack) => (pack[post] ?? 0) >= rule[mark])).length;
  expect(over('raiseAt')).toBe(6);
  expect(over('criticalAt')).toBe(3);
  expect(rules.every((rule, post) => (levels.at(-1)?.[post] ?? 9) <= rule.clearAt)).toBe(true);

  const places = timed.flatMap((one) => {
    const text = /"latitude":(-?[\d.]+),"longitude":(-?[\d.]+)/.exec(textOf(one));
    return text === null ? [] : [{ lat: Number(text[1]), lng: Number(text[2]) }];
  });
  const near = places.filter((place) =>
    pack.sensors.some((post) => Math.hypot(place.lat - post.lat, place.lng - post.lng) < 0.012),
  );
  expect(near.length / places.length).toBeGreaterThan(0.6);
});

test('pranksters call again and again from few numbers', async () => {
  const timed = await play({ scenario: 'prank' });
  const calls = timed.filter(({ delivery }) => delivery.door === '112').map(textOf);
  const ringing = calls.filter((text) => text.includes('"ringing"'));
  expect(ringing.length).toBeGreaterThan(asked(timed).size / 2);
  expect(new Set(ringing.map((text) => JSON.parse(text).callerNumber)).size).toBeLessThan(ringing.length / 4);
});

test('everybody stays in the city', async () => {
  const { south, west, north, east } = pack.bounds;
  for (const one of await play({ durationMs: 60_000, rate: 20 })) {
    const found = /"lat(?:itude)?":(-?[\d.]+),"l(?:ongitude|ng)":(-?[\d.]+)/.exec(textOf(one));
    if (found === null) continue;
    expect(Number(found[1])).toBeGreaterThan(south - 0.02);
    expect(Number(found[1])).toBeLessThan(north + 0.02);
    expect(Number(found[2])).toBeGreaterThan(west - 0.02);
    expect(Number(found[2])).toBeLessThan(east + 0.02);
  }
});

test('street lights are reported at night, offices are asked in the morning', async () => {
  const said = async (hour: number, words: RegExp) => {
    const texts = (await play({ hour, rate: 20, readingsEveryMs: null })).map(textOf);
    return texts.filter((text) => words.test(text)).length;
  };
  const lamps = /lampu|pju|gelap/i;
  expect(await said(20, lamps)).toBeGreaterThan(2 * (await said(10, lamps)));
});

test('a city without examples and landmarks has its traffic, too', async () => {
  for (const scenario of ['normal', 'flood', 'prank'] as const) {
    const texts = (await play({ city: smallCity, scenario, durationMs: 60_000 })).map(textOf).join('\n');
    expect(texts).toMatch(/Batu|Pasir/);
    expect(texts).not.toMatch(/tangerang/i);
  }
});
