import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBoard } from '../../client/live/board.ts';
import { isDone } from '../../shared/ticket/done.ts';
import { isOpen, STATUSES, type Status } from '../../shared/ticket/ticket.ts';
import type { Change, ChangeBatch, LiveTicket, SyncAnswer } from '../../shared/wire/live.ts';
import { buildLiveTicket } from '../support/live-tickets.ts';

const AT = '2026-11-21T12:00:00.000Z';
const DEPARTMENTS = ['JALAN', 'SIAGA'];

type CityEvent = { ticket: number; status: Status; departmentCode: string };

/** What happens in the city: an entry for one of a few tickets. */
const event: fc.Arbitrary<CityEvent> = fc.record({
  ticket: fc.integer({ min: 0, max: 4 }),
  status: fc.constantFrom<Status[]>(...STATUSES),
  departmentCode: fc.constantFrom(...DEPARTMENTS),
});
/** What the line does with a batch of so many entries. */
const fate = fc.record({
  size: fc.integer({ min: 1, max: 5 }),
  fate: fc.constantFrom('delivered', 'lost', 'doubled', 'late', 'reconnect' as const),
});

/** The server's side: the log, and the tickets as they are after any number of it. */
function createCity(events: CityEvent[]) {
  const states: Map<string, LiveTicket>[] = [new Map()];
  for (const { ticket, status, departmentCode } of events) {
    const now = new Map(states.at(-1));
    const id = `ticket-${ticket}`;
    const version = (now.get(id)?.version ?? 0) + 1;
    const resolvedAt = status === 'resolved' || status === 'closed' ? AT : null;
    now.set(id, buildLiveTicket({ id, version, status, departmentCode, resolvedAt }));
    states.push(now);
  }
  const at = (seq: number) => states[seq] ?? new Map<string, LiveTicket>();
  return {
    at,
    /** Entries after..to, each with its ticket as it was at `readAt`, as the server reads them. */
    changes(after: number, to: number, readAt: number): Change[] {
      return events.slice(after, to).flatMap(({ ticket }, index) => {
        const shown = at(readAt).get(`ticket-${ticket}`);
        return shown === undefined
          ? []
          : [{ seq: after + index + 1, at: AT, type: 'ticket.noted', ticket: shown }];
      });
    },
    answer(after: number | null, seq: number): SyncAnswer {
      if (after !== null && after <= seq && seq - after < 6)
        return { seq, changes: this.changes(after, seq, seq) };
      const all = [...at(seq).values()];
      const done = all.filter(isDone).map(({ id, version, departmentCode, resolvedAt }) => ({
        id,
        version,
        departmentCode,
        resolvedAt: resolvedAt ?? AT,
      }));
      return { seq, tickets: all.filter(({ status }) => isOpen(status)), done };
    },
  };
}

test('whatever is lost, doubled or late: after a sync the board is what the server has', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 40 }),
      fc.array(fate, { maxLength: 40 }),
      fc.option(fc.constantFrom(...DEPARTMENTS), { nil: null }),
      fc.integer({ min: 0, max: 3 }),
      (events, fates, department, ahead) => {
        const city = createCity(events);
        const belongs = ({ departmentCode }: { departmentCode: string }) =>
          department === null || departmentCode === department;
        const board = createBoard({ schedule: (notify) => notify(), belongs });
        let sent = 0;
        const late: ChangeBatch[] = [];
        const sync = () => board.applyAnswer(city.answer(board.seq(), sent));
        const deliver = (batch: ChangeBatch) => {
          if (board.applyBatch(batch) === 'gap') sync();
        };
        sync();
        for (const { size, fate } of fates) {
          const to = Math.min(events.length, sent + size);
          if (to === sent) break;
          const readAt = Math.min(events.length, to + ahead);
          const batch = { from: sent + 1, to, changes: city.changes(sent, to, readAt) };
          sent = to;
          if (fate === 'reconnect') sync();
          else if (fate === 'late') late.push(batch);
          else if (fate !== 'lost') deliver(batch);
          if (fate === 'doubled') deliver(batch);
          if (fate === 'delivered') for (const old of late.splice(0)) deliver(old);
        }
        sent = events.length;
        sync();
        const expected = [...city.at(sent).values()].filter(belongs);
        const { seq, tickets, done } = board.getSnapshot();
        expect(seq).toBe(sent);
        expect(sorted(tickets.values())).toEqual(sorted(expected.filter(({ status }) => isOpen(status))));
        expect([...done.keys()].sort()).toEqual(
          expected
            .filter(isDone)
            .map(({ id }) => id)
            .sort(),
        );
      },
    ),
    { numRuns: 500 },
  );
});

function sorted(tickets: Iterable<LiveTicket>): LiveTicket[] {
  return [...tickets].sort((a, b) => a.id.localeCompare(b.id));
}
