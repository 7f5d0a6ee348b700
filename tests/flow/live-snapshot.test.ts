import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareAnswer } from '../../server/realtime/prepare.ts';
import { headSeq } from '../../server/tickets/log.ts';
import type { SyncAnswer } from '../../shared/wire/live.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';

let part: TicketsUnderTest;
const operator = buildActor('operator');
beforeAll(async () => {
  part = await startTickets();
});
afterAll(() => part.stop());

async function ask(after: number | null, departmentCode: string | null = null): Promise<SyncAnswer> {
  const { seq, json } = await prepareAnswer(part, { after, departmentCode });
  // With the bracket that closes the acknowledgement's arguments.
  const [answer] = JSON.parse(`[${json.bytes.toString()}`) as [SyncAnswer];
  expect(answer.seq).toBe(seq);
  return answer;
}

async function resolve(): Promise<string> {
  const { id } = await part.openTicket();
  await part.tickets.perform('route', id, { version: 1, departmentCode: 'JALAN' }, operator);
  await part.tickets.perform('acknowledge', id, { version: 2 }, operator);
  await part.tickets.perform('resolve', id, { version: 3 }, operator);
  return id;
}

test('a snapshot tells what was resolved since the day of the city began, closed or not, reopened ones left out', async () => {
  // 15:50 UTC is 23:50 in Makassar; ten minutes later another day begins.
  part.clock.set(Date.parse('2026-11-21T15:50:00Z'));
  const yesterday = await resolve();
  expect((await ask(null)).done?.map(({ id }) => id)).toEqual([yesterday]);
  part.clock.set(Date.parse('2026-11-21T16:05:00Z'));
  const [resolved, closed, reopened] = [await resolve(), await resolve(), await resolve()];
  await part.tickets.perform('close', closed, { version: 4 }, operator);
  await part.tickets.perform('reopen', reopened, { version: 4, reason: 'not done' }, operator);
  const { done, tickets } = await ask(null);
  expect(new Set(done?.map(({ id }) => id))).toEqual(new Set([resolved, closed]));
  expect(tickets?.map(({ id }) => id)).toEqual([reopened]);
  expect((await ask(null, 'SIAGA')).done).toEqual([]);
});

test('a snapshot of many pages has each open ticket once', async () => {
  await part.db.transaction().execute(async (trx) => {
    for (let n = 0; n < 1100; n++)
      await part.tickets.open(
        trx,
        { reportId: crypto.randomUUID(), channel: 'laksa', category: 'blaze', location: null },
        operator,
      );
  });
  const { seq, tickets } = await ask(null, 'SIAGA');
  expect(seq).toBe(await headSeq(part.db));
  expect(tickets).toHaveLength(1100);
  expect(new Set(tickets?.map(({ id }) => id)).size).toBe(1100);
  // As many changes as tickets: either is as short, so the history is sent.
  const { changes } = await ask(seq - 1100);
  expect(changes?.map((change) => change.seq)).toEqual(
    Array.from({ length: 1100 }, (_, n) => seq - 1099 + n),
  );
});
