import { expect, test, vi } from 'vitest';
import { createBoard } from '../../client/live/board.ts';
import type { Change, LiveTicket } from '../../shared/wire/live.ts';
import { buildLiveTicket } from '../support/live-tickets.ts';

const AT = '2026-11-21T12:00:00.000Z';

function change(seq: number, ticket: Partial<LiveTicket>): Change {
  return { seq, at: AT, type: 'ticket.noted', ticket: buildLiveTicket(ticket) };
}

/** A board whose frames come when told. */
function startBoard(belongs?: (ticket: { departmentCode: string }) => boolean) {
  const frames: (() => void)[] = [];
  const board = createBoard({ schedule: (notify) => frames.push(notify), belongs });
  const frame = () => {
    for (const notify of frames.splice(0)) notify();
  };
  return { board, frames, frame };
}

test('a snapshot is the picture, and the next one replaces it all', () => {
  const { board, frame } = startBoard();
  board.applyAnswer({ seq: 7, tickets: [buildLiveTicket({ id: 'a', version: 5 })] });
  frame();
  expect(board.getSnapshot().seq).toBe(7);
  expect([...board.getSnapshot().tickets.keys()]).toEqual(['a']);
  // A database that was put back: older numbers, older versions.
  board.applyAnswer({ seq: 3, tickets: [buildLiveTicket({ id: 'a', version: 2 })] });
  frame();
  expect(board.getSnapshot().seq).toBe(3);
  expect(board.getSnapshot().tickets.get('a')?.version).toBe(2);
});

test('a batch that does not follow is not taken', () => {
  const { board } = startBoard();
  expect(board.applyBatch({ from: 1, to: 1, changes: [] })).toBe('gap');
  board.applyAnswer({ seq: 10, tickets: [] });
  expect(board.applyBatch({ from: 12, to: 12, changes: [change(12, {})] })).toBe('gap');
  expect(board.seq()).toBe(10);
  expect(board.applyBatch({ from: 11, to: 11, changes: [] })).toBe('applied');
  expect(board.seq()).toBe(11);
  expect(board.applyBatch({ from: 11, to: 11, changes: [change(11, {})] })).toBe('old');
});

test('of a batch that overlaps, what is known already is left out', () => {
  const { board, frame } = startBoard();
  const heard: number[] = [];
  board.onChanges((changes) => heard.push(...changes.map(({ seq }) => seq)));
  board.applyAnswer({ seq: 10, tickets: [] });
  board.applyBatch({ from: 9, to: 12, changes: [9, 10, 11, 12].map((seq) => change(seq, { version: seq })) });
  frame();
  expect(heard).toEqual([11, 12]);
  expect(board.getSnapshot().tickets.get('ticket-1')?.version).toBe(12);
});

test('an older version of a ticket is dropped, also of one that has left', () => {
  const { board, frame } = startBoard();
  board.applyAnswer({ seq: 1, tickets: [] });
  board.applyBatch({ from: 2, to: 2, changes: [change(2, { version: 9, status: 'rejected' })] });
  board.applyBatch({ from: 3, to: 3, changes: [change(3, { version: 8, status: 'routed' })] });
  frame();
  expect(board.getSnapshot().tickets.size).toBe(0);
});

test('what is resolved leaves the open ones and counts as done until it is reopened', () => {
  const { board, frame } = startBoard();
  const done = { id: 'b', version: 4, departmentCode: 'JALAN', resolvedAt: AT };
  board.applyAnswer({ seq: 1, tickets: [buildLiveTicket({ id: 'a' })], done: [done] });
  board.applyBatch({
    from: 2,
    to: 2,
    changes: [change(2, { id: 'a', version: 2, status: 'resolved', resolvedAt: AT })],
  });
  frame();
  expect(board.getSnapshot().tickets.size).toBe(0);
  expect([...board.getSnapshot().done.keys()]).toEqual(['b', 'a']);
  board.applyBatch({ from: 3, to: 3, changes: [change(3, { id: 'b', version: 5, status: 'verified' })] });
  frame();
  expect([...board.getSnapshot().done.keys()]).toEqual(['a']);
  expect([...board.getSnapshot().tickets.keys()]).toEqual(['b']);
});

test('a ticket that goes to another OPD leaves the board of the first', () => {
  const { board, frame } = startBoard((ticket) => ticket.departmentCode === 'JALAN');
  board.applyAnswer({ seq: 1, tickets: [buildLiveTicket({ id: 'a' })] });
  board.applyBatch({
    from: 2,
    to: 2,
    changes: [change(2, { id: 'a', version: 2, departmentCode: 'SIAGA' })],
  });
  frame();
  expect(board.getSnapshot().tickets.size).toBe(0);
  expect(board.getSnapshot().done.size).toBe(0);
});

test('a frame brings one notification however many batches came, and only then does the snapshot change', () => {
  const { board, frames, frame } = startBoard();
  const listener = vi.fn();
  board.subscribe(listener);
  board.applyAnswer({ seq: 1, tickets: [] });
  for (let seq = 2; seq <= 20; seq++)
    board.applyBatch({ from: seq, to: seq, changes: [change(seq, { version: seq })] });
  expect(frames).toHaveLength(1);
  expect(board.getSnapshot().seq).toBeNull();
  frame();
  expect(listener).toHaveBeenCalledTimes(1);
  expect(board.getSnapshot().seq).toBe(20);
});

test('what was handed out is never changed afterwards, and what did not change keeps its identity', () => {
  const { board, frame } = startBoard();
  board.applyAnswer({ seq: 1, tickets: [buildLiveTicket({ id: 'a' }), buildLiveTicket({ id: 'b' })] });
  frame();
  const before = board.getSnapshot();
  const a = before.tickets.get('a');
  board.applyBatch({ from: 2, to: 2, changes: [change(2, { id: 'b', version: 2 })] });
  frame();
  const after = board.getSnapshot();
  expect(before.tickets.get('b')?.version).toBe(1);
  expect(after.tickets.get('b')?.version).toBe(2);
  expect(after.tickets.get('a')).toBe(a);
  expect(after.done).toBe(before.done);
  board.applyBatch({ from: 3, to: 3, changes: [] });
  frame();
  expect(board.getSnapshot().tickets).toBe(after.tickets);
});

test('what was resolved days ago is let go when new ones are resolved', () => {
  const { board, frame } = startBoard();
  const resolve = (seq: number, resolvedAt: string) =>
    board.applyBatch({
      from: seq,
      to: seq,
      changes: [change(seq, { id: `t${seq}`, status: 'resolved', resolvedAt })],
    });
  board.applyAnswer({ seq: 0, tickets: [] });
  resolve(1, '2026-11-18T12:00:00.000Z');
  resolve(2, '2026-11-20T13:00:00.000Z');
  resolve(3, '2026-11-21T12:00:00.000Z');
  frame();
  expect([...board.getSnapshot().done.keys()]).toEqual(['t2', 't3']);
});
