import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReplySetUp, type Reporting, reachOf, WINDOW_MS } from '../../../shared/reply/reach.ts';
import { afterHearing, parseReplyState, REPLY_STATES, statesBelow } from '../../../shared/reply/state.ts';

const state = fc.constantFrom(...REPLY_STATES);
const hear = (heard: readonly (typeof REPLY_STATES)[number][]) =>
  heard.reduce(afterHearing, 'queued' as (typeof REPLY_STATES)[number]);

test('what becomes of an answer does not depend on the order in which it is heard, nor on how often', () => {
  fc.assert(
    fc.property(fc.array(state), fc.array(fc.nat()), (heard, order) => {
      const shuffled = heard
        .map((one, at) => ({ one, rank: order[at] ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ one }) => one);
      expect(hear([...shuffled, ...heard])).toBe(hear(heard));
    }),
  );
});

test('nothing ever goes back: having failed is overcome by having arrived, and never the other way round', () => {
  fc.assert(
    fc.property(state, state, (known, heard) => {
      const after = afterHearing(known, heard);
      expect(REPLY_STATES.indexOf(after)).toBeGreaterThanOrEqual(REPLY_STATES.indexOf(known));
      expect(statesBelow(heard).includes(known)).toBe(after !== known);
    }),
  );
  expect(hear(['sent', 'failed', 'delivered'])).toBe('delivered');
  expect(hear(['read', 'failed'])).toBe('read');
});

test('a word of the platform that says nothing of it is no state', () => {
  expect(['sent', 'delivered', 'read', 'failed'].map(parseReplyState)).not.toContain(null);
  expect(['played', 'queued', '', 'toString'].map(parseReplyState)).toEqual([null, null, null, null]);
});

const ALL: ReplySetUp = { whatsapp: true, template: true };
const person = (change: Partial<Reporting> = {}): Reporting => ({
  channel: 'whatsapp',
  address: '628111',
  wroteAt: 0,
  ...change,
});
const say = (letters: number, ask: 'location' | null = null) => ({ text: 'x'.repeat(letters), ask });

test('WhatsApp takes words for a day after the last message, and then a template or nothing', () => {
  const noTemplate = { ...ALL, template: false };
  expect(reachOf(person(), ALL, WINDOW_MS - 1, say(4096))).toEqual({ kind: 'text' });
  expect(reachOf(person(), ALL, WINDOW_MS - 1, say(10, 'location'))).toEqual({ kind: 'location' });
  expect(reachOf(person(), ALL, WINDOW_MS - 1, say(2000, 'location'))).toEqual({ obstacle: 'too-long' });
  expect(reachOf(person(), ALL, WINDOW_MS, say(10))).toEqual({ kind: 'template' });
  expect(reachOf(person(), ALL, WINDOW_MS, say(2000))).toEqual({ obstacle: 'too-long' });
  expect(reachOf(person(), noTemplate, WINDOW_MS, say(10))).toEqual({ obstacle: 'window-closed' });
  expect(reachOf(person(), { ...ALL, whatsapp: false }, 0)).toEqual({ obstacle: 'channel-off' });
  expect(reachOf(person({ address: null }), ALL, 0)).toEqual({ obstacle: 'no-address' });
});

test('the app fetches its answers, callers are called back, and other channels take none yet', () => {
  const kinds = (['laksa', '112', 'operator', 'email'] as const).map((channel) =>
    reachOf(person({ channel }), ALL, 0),
  );
  expect(kinds).toEqual([
    { kind: 'kept' },
    { obstacle: 'by-phone' },
    { obstacle: 'by-phone' },
    { obstacle: 'no-door' },
  ]);
});
