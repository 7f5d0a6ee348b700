import { expect, test } from 'vitest';
import { createFreshnessMeter } from '../../client/live/freshness.ts';

const SERVER = Date.parse('2026-11-21T12:00:00Z');

/** A meter on a machine whose clock is `offsetMs` ahead of the server's. */
function startMeter(offsetMs = 0) {
  let steady = 5_000;
  let wall = SERVER + offsetMs;
  const meter = createFreshnessMeter({ now: () => steady, wall: () => wall });
  const startedAt = steady;
  return {
    meter,
    pass(ms: number) {
      steady += ms;
      wall += ms;
    },
    sleep(ms: number) {
      wall += ms;
    },
    /** A beat that the server sent `delayMs` ago. */
    beat(delayMs = 0, seq = 1) {
      const at = new Date(SERVER + (steady - startedAt) - delayMs).toISOString();
      meter.confirm({ seq, at });
    },
  };
}

test('before the first beat nothing is known, and that is old', () => {
  expect(startMeter().meter.read()).toEqual({ level: 'old', ageMs: null, asOf: null });
});

test('the picture ages from its beat: live to five seconds, stale to fifteen, then old', () => {
  const { meter, pass, beat } = startMeter();
  beat();
  const levels = [400, 4_600, 1, 10_000].map((ms) => {
    pass(ms);
    return meter.read().level;
  });
  expect(levels).toEqual(['live', 'live', 'stale', 'old']);
  expect(meter.read().ageMs).toBe(15_001);
});

test.for([-3_600_000, -1_500, 0, 1_500, 3_600_000])('a local clock %i ms off changes nothing', (offset) => {
  const { meter, pass, beat } = startMeter(offset);
  beat();
  pass(700);
  expect(meter.read()).toMatchObject({ level: 'live', ageMs: 700 });
  expect(meter.serverNow()).toBe(SERVER + 700);
});

test('beats that waited in a full pipe do not make the picture fresh', () => {
  const { meter, pass, beat } = startMeter();
  for (let n = 0; n < 5; n++) {
    beat(20);
    pass(1000);
  }
  pass(20_000);
  beat(19_000);
  expect(meter.read().level).toBe('old');
  expect(meter.read().ageMs).toBe(18_980);
  beat(20);
  expect(meter.read()).toMatchObject({ level: 'live', ageMs: 0 });
});

test('another server with another clock starts a new measure and the age goes on', () => {
  const { meter, pass, beat } = startMeter();
  beat();
  pass(8_000);
  meter.restart();
  expect(meter.read()).toMatchObject({ level: 'stale', ageMs: 8_000 });
  beat(4_000);
  expect(meter.read().level).toBe('live');
});

test('a machine that slept knows that its picture is old', () => {
  const { meter, pass, sleep, beat } = startMeter();
  beat();
  pass(200);
  sleep(600_000);
  expect(meter.read().level).toBe('old');
});
