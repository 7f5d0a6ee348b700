import { expect, test } from 'vitest';
import { createSenderLimit } from '../../../server/channels/sender-limit.ts';
import { createTestClock } from '../../../server/platform/clock.ts';

test('counts each sender for itself, and anew each minute', () => {
  const clock = createTestClock(Date.UTC(2026, 10, 21));
  const limit = createSenderLimit({ perMinute: 2, clock });
  const over = () => ['a', 'a', 'a', 'b'].map((sender) => limit.isOver(sender));
  expect(over()).toEqual([false, false, true, false]);
  clock.advance(60_000);
  expect(over()).toEqual([false, false, true, false]);
});

test('does not hold anybody for the hour by which the server’s clock was set back', () => {
  const clock = createTestClock(Date.UTC(2026, 10, 21));
  const limit = createSenderLimit({ perMinute: 1, clock });
  expect([limit.isOver('a'), limit.isOver('a')]).toEqual([false, true]);
  clock.advance(-3_600_000);
  expect([limit.isOver('a'), limit.isOver('a')]).toEqual([false, true]);
  expect(limit.refusal().options.retryAfterS).toBeLessThanOrEqual(60);
});
