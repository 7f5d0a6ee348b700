import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLD_MS, holdLeftMs } from '../../../client/map/hold.ts';
import {
  type Attention,
  type Call,
  FRESH_MS,
  NOTHING_SEEN,
  SHOW_AT_LEAST_MS,
  SHOW_AT_MOST_MS,
  stepAttention,
} from '../../../client/wall/attention.ts';

const NOW = 10_000_000;
const call = (id: string, ageMs = 0): Call => ({ id, createdAt: NOW - ageMs });
/** A screen that has had its first picture, with nothing on it. */
const watching = stepAttention(NOTHING_SEEN, [], NOW).state;

describe("a wall's attention", () => {
  it('is not on what has been calling long before the page was opened, but on what is fresh', () => {
    const { state, sounded } = stepAttention(
      NOTHING_SEEN,
      [call('old', FRESH_MS + 1), call('fresh', 5_000)],
      NOW,
    );
    expect(sounded).toEqual(['fresh']);
    expect(state.showing?.id).toBe('fresh');
  });

  it('is on a new call however old it is once the page is open: it came while the line was down', () => {
    const { state, sounded } = stepAttention(watching, [call('late', 10 * FRESH_MS)], NOW);
    expect(sounded).toEqual(['late']);
    expect(state.showing).toEqual({ id: 'late', since: NOW });
  });

  it('shows one call after the other, the older first, each for its time', () => {
    const calls = [call('second', 1_000), call('first', 2_000)];
    const { state: first } = stepAttention(watching, calls, NOW);
    expect(first.showing?.id).toBe('first');
    expect(stepAttention(first, calls, NOW + SHOW_AT_LEAST_MS - 1).state).toBe(first);
    const { state: second } = stepAttention(first, calls, NOW + SHOW_AT_LEAST_MS);
    expect(second.showing).toEqual({ id: 'second', since: NOW + SHOW_AT_LEAST_MS });
    const { state: alone } = stepAttention(second, calls, NOW + SHOW_AT_LEAST_MS + SHOW_AT_MOST_MS);
    expect(alone.showing).toBeNull();
  });

  it('leaves a call at once when it is acknowledged, and one that was while it waited', () => {
    const { state } = stepAttention(watching, [call('a', 3), call('b', 2), call('c', 1)], NOW);
    const { state: next } = stepAttention(state, [call('c')], NOW + 1);
    expect(next.showing?.id).toBe('c');
    expect(next.waiting).toEqual([]);
  });

  it('announces each call once per screen, whatever comes in which order', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 30 }), (pictures) => {
        let state: Attention = watching;
        const sounded: string[] = [];
        for (const [index, picture] of pictures.entries()) {
          const step = stepAttention(
            state,
            picture.map((id) => call(id)),
            NOW + index * 7_000,
          );
          if (step.state.showing) expect(picture).toContain(step.state.showing.id);
          for (const id of step.state.waiting) expect(picture).toContain(id);
          state = step.state;
          sounded.push(...step.sounded);
        }
        expect(new Set(sounded).size).toBe(sounded.length);
        expect(new Set(sounded)).toEqual(new Set(pictures.flat()));
      }),
    );
  });
});

describe('a map that a person has moved', () => {
  it('stays for a minute from the last touch, and not longer after a sleep or with another clock', () => {
    expect(holdLeftMs(null, NOW)).toBe(0);
    expect(holdLeftMs(NOW, NOW + 18_000)).toBe(HOLD_MS - 18_000);
    expect(holdLeftMs(NOW, NOW + HOLD_MS)).toBe(0);
    expect(holdLeftMs(NOW, NOW + 8 * 3600_000)).toBe(0);
    expect(holdLeftMs(NOW, NOW - 3600_000)).toBe(HOLD_MS);
  });
});
