import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillApplies } from '../../../client/desk/bulk.ts';
import { type Somewhere, searchWhat, searchWhere, type What } from '../../../client/desk/entry-search.ts';
import { createHeld } from '../../../client/desk/held.ts';
import { lookForNews, UNWATCHED } from '../../../client/desk/new-critical.ts';
import { createSeldom } from '../../../client/desk/seldom.ts';
import { clearDrafts, draftKey, draftsUnder, readDraft } from '../../../client/session/drafts.ts';
import { loadCityPack } from '../../../shared/city/packs.ts';
import { buildLiveTicket } from '../../support/live-tickets.ts';

const pack = loadCityPack('tangerang');
const what: What[] = pack.categories.map(({ code, name, words }) => ({ code, name: name.id, words }));
const where: Somewhere[] = pack.landmarks.map(({ name, lat, lng }, at) => ({
  ...{ id: String(at), name, beside: '', lat, lng, accuracyM: 100 },
}));

describe('the search for what happened', () => {
  it('finds each kind first by its whole name', () => {
    for (const { code, name } of what) {
      const same = what.filter((one) => one.name === name).map((one) => one.code);
      expect(same).toContain(searchWhat(name.toUpperCase(), what)[0]?.code);
      expect(same).toContain(code);
    }
  });

  it('finds a kind by the beginning of any word the pack has for it', () => {
    const said = what.flatMap(({ code, words }) =>
      Object.entries(words)
        .filter(([, weight]) => weight > 0)
        .map(([phrase]) => ({ code, phrase })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...said), fc.integer({ min: 3, max: 30 }), ({ code, phrase }, length) => {
        expect(searchWhat(phrase.slice(0, length), what).map((hit) => hit.code)).toContain(code);
      }),
    );
  });

  it('finds fewer the more is typed, and everything when nothing is', () => {
    expect(searchWhat(' ', what)).toHaveLength(what.length);
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.stringMatching(/^[a-z]{1,3}$/), (typed, more) => {
        const codes = searchWhat(typed, what).map(({ code }) => code);
        expect(codes).toEqual(
          expect.arrayContaining(searchWhat(`${typed}${more}`, what).map(({ code }) => code)),
        );
      }),
    );
  });
});

describe('the search for where', () => {
  it('finds each place by its name within a few', () => {
    for (const { name } of where) expect(searchWhere(name, where, 8).map((hit) => hit.name)).toContain(name);
  });
});

describe('a batch that is held back', () => {
  it('is sent once or undone, and never both, in the order it was ordered', () => {
    const step = fc.constantFrom('hold', 'undo', 'wait', 'now');
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let due: (() => void) | null = null;
        const sent: number[] = [];
        const undone: number[] = [];
        const held = createHeld<number>({
          send: (batch) => sent.push(batch),
          after: (_ms, act) => {
            due = act;
            return () => {
              due = null;
            };
          },
        });
        let count = 0;
        for (const what of steps) {
          if (what === 'hold') held.hold(count++);
          else if (what === 'wait') (due as (() => void) | null)?.();
          else if (what === 'now') held.flush();
          else {
            const batch = held.undo();
            if (batch !== null) undone.push(batch);
          }
        }
        held.flush();
        expect(sent).toEqual(sent.toSorted((a, b) => a - b));
        expect([...sent, ...undone].sort((a, b) => a - b)).toEqual(
          Array.from({ length: count }, (_, at) => at),
        );
      }),
    );
  });

  it('is about the ticket as it was seen: a report more changes nothing, another status does', () => {
    const seen = buildLiveTicket({ id: 'one' });
    expect(stillApplies(seen, { ...seen, version: 9, reportCount: 4 })).toBe(true);
    expect(stillApplies(seen, { ...seen, status: 'routed' })).toBe(false);
    expect(stillApplies(seen, { ...seen, priority: 'low' })).toBe(false);
  });
});

describe('what is done seldom', () => {
  it('is done at once after a rest, and once for all that is asked within it', () => {
    let nowMs = 0;
    let due: { at: number; act: () => void } | null = null;
    const acted: number[] = [];
    const seldom = createSeldom({
      act: () => acted.push(nowMs),
      restMs: 100,
      now: () => nowMs,
      after: (ms, act) => {
        due = { at: nowMs + ms, act };
        return () => {
          due = null;
        };
      },
    });
    const pass = (ms: number) => {
      nowMs += ms;
      if (due === null || due.at > nowMs) return;
      const { act } = due;
      due = null;
      act();
    };
    seldom.ask();
    pass(10);
    for (let times = 0; times < 5; times++) seldom.ask();
    pass(90);
    pass(200);
    expect(acted).toEqual([0, 100]);
    seldom.ask();
    seldom.ask();
    seldom.stop();
    pass(500);
    expect(acted).toEqual([0, 100, 300]);
  });
});

describe('news of critical tickets', () => {
  const critical = (id: string, acknowledgedAt: string | null = null) =>
    buildLiveTicket({ id, priority: 'critical', acknowledgedAt });

  it('are those that came after one sat down, until they are opened or acknowledged', () => {
    const first = lookForNews(UNWATCHED, [critical('old')], undefined);
    expect(first).toMatchObject({ news: 0, unseen: new Set() });
    const second = lookForNews(first, [critical('new'), critical('old')], undefined);
    expect(second).toMatchObject({ news: 1, unseen: new Set(['new']) });
    // The same again is no news, but it is still unseen.
    expect(lookForNews(second, [critical('new'), critical('old')], undefined)).toMatchObject({
      ...{ news: 0, unseen: new Set(['new']) },
    });
    expect(lookForNews(second, [critical('new')], 'new').unseen).toEqual(new Set());
    expect(lookForNews(second, [critical('new', '2026-11-21T12:00:00.000Z')], undefined).unseen).toEqual(
      new Set(),
    );
  });
});

describe('drafts', () => {
  function memory(): Storage {
    const kept = new Map<string, string>();
    return {
      get length() {
        return kept.size;
      },
      clear: () => kept.clear(),
      getItem: (key) => kept.get(key) ?? null,
      key: (at) => [...kept.keys()][at] ?? null,
      removeItem: (key) => void kept.delete(key),
      setItem: (key, value) => void kept.set(key, value),
    };
  }

  it('belong to one person, and end with the next one or with signing out', () => {
    const storage = memory();
    storage.setItem('live-room.language', 'en');
    storage.setItem(draftKey('ani', 'ticket.1.note'), '{"note":"hers"}');
    storage.setItem(draftKey('budi', 'ticket.1.note'), '{"note":"his"}');
    expect(draftsUnder(storage, 'ani', 'ticket.1.')).toEqual(['note']);
    clearDrafts(storage, 'ani');
    expect(readDraft(storage, draftKey('ani', 'ticket.1.note'))).toEqual({ note: 'hers' });
    expect(readDraft(storage, draftKey('budi', 'ticket.1.note'))).toBe(null);
    clearDrafts(storage);
    expect(storage.length).toBe(1);
  });

  it('that cannot be read are none', () => {
    const storage = memory();
    storage.setItem('broken', '{');
    expect(readDraft(storage, 'broken')).toBe(null);
  });
});
