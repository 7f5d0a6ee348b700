import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeed, type FeedBatch } from '../../server/realtime/feed.ts';
import { readLog } from '../../server/tickets/log.ts';
import { startTickets, type TicketsUnderTest } from '../support/tickets.ts';

let part: TicketsUnderTest;
beforeAll(async () => {
  part = await startTickets();
});
afterAll(() => part.stop());

const TICKETS = 6;

test('whatever of its own entries a node offers, each number goes out once, in order, with what the log says', async () => {
  const some = fc.array(fc.nat({ max: TICKETS - 1 }), { maxLength: TICKETS * 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 3 }), async (offers) => {
      const feed = createFeed(part);
      await feed.advance(() => undefined);
      const before = feed.position() ?? 0;
      for (let n = 0; n < TICKETS; n++) await part.openTicket();
      const rows = await readLog(part.db, { after: before, limit: 100 });

      const batches: FeedBatch[] = [];
      for (const offer of offers) {
        feed.offer(offer.flatMap((index) => rows[index] ?? []));
        await feed.advance((batch) => batches.push(batch));
      }
      while (!(await feed.advance((batch) => batches.push(batch))));

      const changes = batches.flatMap(({ entries }) => entries.map(({ change }) => change));
      expect(changes.map(({ seq, at, type, ticket }) => [seq, at, type, ticket.id])).toEqual(
        rows.map(({ seq, at, type, ticket }) => [seq, at, type, ticket.id]),
      );
      const ends = [before, ...batches.map(({ to }) => to)];
      expect(batches.map(({ from }) => from)).toEqual(ends.slice(0, -1).map((end) => end + 1));
    }),
    { numRuns: 25 },
  );
});

test('an entry this node has just written goes out before the log is read', async () => {
  const feed = createFeed(part);
  await feed.advance(() => undefined);
  const before = feed.position() ?? 0;
  await part.openTicket();
  await part.openTicket();
  const [first] = await readLog(part.db, { after: before, limit: 100 });
  const batches: FeedBatch[] = [];
  feed.offer(first ? [first] : []);
  const wasAll = await feed.advance((batch) => batches.push(batch));
  expect(batches).toMatchObject([{ from: before + 1, to: before + 1 }]);
  // The other is still to be read: nobody may take this for the newest.
  expect(wasAll).toBe(false);
});
