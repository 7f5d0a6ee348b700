import { describe, expect, it } from 'vitest';
import { queueOf } from '../../../client/desk/queue-tabs.ts';
import { loadBy } from '../../../client/ticket/counts.ts';
import { placeName } from '../../../client/ticket/place.ts';
import { buildLiveTicket } from '../../support/live-tickets.ts';

const now = Date.parse('2026-11-21T12:30:00.000Z');
const fresh = buildLiveTicket({ id: 'fresh' });
const back = buildLiveTicket({ id: 'back', status: 'returned' });
const late = buildLiveTicket({ id: 'late', status: 'routed', acknowledgeBy: '2026-11-21T12:10:00.000Z' });
const working = buildLiveTicket({
  id: 'working',
  status: 'in_progress',
  departmentCode: 'SIAGA',
  acknowledgedAt: '2026-11-21T12:05:00.000Z',
});
const done = buildLiveTicket({ id: 'done', status: 'closed' });
const all = [fresh, back, late, working, done];
const ids = (tab: Parameters<typeof queueOf>[1], matches: Parameters<typeof queueOf>[3] = () => true) =>
  queueOf(all, tab, now, matches).map(({ id }) => id);

describe("the operators' queue", () => {
  it('holds for them what nobody has verified or routed, and what came back', () => {
    expect(ids('to-do').toSorted()).toEqual(['back', 'fresh']);
  });

  it('can show what is open, late, or done', () => {
    expect(ids('open')).toEqual(['late', 'back', 'fresh', 'working']);
    expect(ids('breached')).toEqual(['late']);
    expect(ids('done')).toEqual(['done']);
  });

  it('can be searched', () => {
    expect(ids('open', ({ id }) => id.startsWith('f'))).toEqual(['fresh']);
  });
});

describe('the load of departments', () => {
  it('puts first who is over time', () => {
    const loads = loadBy([fresh, back, late, working], (ticket) => ticket.departmentCode, now);
    expect(loads).toEqual([
      ['JALAN', { open: 3, critical: 0, over: 1 }],
      ['SIAGA', { open: 1, critical: 0, over: 0 }],
    ]);
  });
});

describe('a place in words', () => {
  const location = { lat: 0, lng: 0, accuracyM: null };
  it.each([
    [{ ...location, kelurahan: 'Periuk Jaya', kecamatan: 'Periuk' }, 'Periuk Jaya, Periuk'],
    [{ ...location, kelurahan: 'Periuk', kecamatan: 'Periuk' }, 'Periuk'],
    [{ ...location, kelurahan: null, kecamatan: null }, ''],
    [null, null],
  ])('says each area once', (place, words) => {
    expect(placeName(place)).toBe(words);
  });
});
