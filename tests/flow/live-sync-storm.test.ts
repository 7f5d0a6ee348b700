import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBoard } from '../../client/live/board.ts';
import { headSeq } from '../../server/tickets/log.ts';
import { presentLiveTicket } from '../../server/tickets/present.ts';
import type { ChangeBatch, LiveTicket, SyncAnswer } from '../../shared/wire/live.ts';
import { expectNoGap, openClient, startLiveNode } from '../support/live.ts';
import { readOpenTickets } from '../support/open-tickets.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

let part: TicketsUnderTest;
let node: Awaited<ReturnType<typeof startLiveNode>>;
const operator = buildActor('operator');

beforeAll(async () => {
  part = await startTickets();
  node = await startLiveNode(part);
});
afterAll(async () => {
  await node.close();
  await part.stop();
});

test('sixty clients that come at any time, with any number, amid writing: no gap, and the same end', async () => {
  // More than goes out at once to each: snapshots wait for lines while the log goes on.
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: 20 }, () => part.openTicket()));
  let writing = true;
  const writers = Promise.all(
    Array.from({ length: 8 }, async () => {
      while (writing) {
        const { id } = await part.openTicket();
        await part.tickets.perform('route', id, { version: 1, departmentCode: 'SIAGA' }, operator);
        await part.tickets.perform('acknowledge', id, { version: 2 }, operator);
        await part.tickets.perform('resolve', id, { version: 3 }, operator);
      }
    }),
  );
  const clients = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      await until(async () => (await headSeq(part.db)) > 200 + n * 5, { timeoutMs: 30_000 });
      const department = n % 4 === 0 ? 'JALAN' : undefined;
      const client = openClient(node.url, department ? `opd:${department}` : 'wall');
      const after = n % 3 === 0 ? null : n % 3 === 1 ? Math.max(0, (await headSeq(part.db)) - n) : 0;
      return { client, department, after, answer: await client.sync(after) };
    }),
  );
  writing = false;
  await writers;
  const { seq: head } = await readOpenTickets(part.db);
  for (const { client, department, after, answer } of clients) {
    await until(() => answer.seq === head || client.batches.at(-1)?.to === head, {
      what: `${head} after ${answer.seq}`,
    });
    expectNoGap(answer.seq, client.batches);
    if (answer.changes) expect(answer.changes.every(({ seq }) => seq > (after ?? 0))).toBe(true);
    if (answer.tickets) {
      const belongs = (ticket: { departmentCode: string }) =>
        department === undefined || ticket.departmentCode === department;
      const board = createBoard({ schedule: (notify) => notify(), belongs });
      board.applyAnswer(answer);
      for (const batch of client.batches) expect(board.applyBatch(batch)).toBe('applied');
      const { tickets } = await readOpenTickets(part.db, department);
      expect(byId(board.getSnapshot().tickets.values())).toEqual(
        byId(tickets.map((ticket) => presentLiveTicket(ticket, part.pack))),
      );
    }
    client.close();
  }
});

test.for([['polling'], ['polling', 'websocket']] as const)(
  'a long snapshot comes whole over %j, and what follows too',
  async (transports) => {
    const socket = io(`${node.url}/live`, {
      ...{ auth: { token: 'wall' }, transports: [...transports], forceNew: true, reconnection: false },
    });
    const batches: ChangeBatch[] = [];
    socket.on('changes', (batch: ChangeBatch) => batches.push(batch));
    const answer: SyncAnswer = await socket.timeout(10_000).emitWithAck('sync', { after: null });
    const { seq, tickets } = await readOpenTickets(part.db);
    expect(answer.seq).toBe(seq);
    expect(answer.tickets).toHaveLength(tickets.length);
    expect(JSON.stringify(answer).length).toBeGreaterThan(100_000);
    await part.openTicket();
    await until(() => batches.at(-1)?.to === seq + 1);
    expectNoGap(seq, batches);
    socket.disconnect();
  },
);

function byId(tickets: Iterable<LiveTicket>): LiveTicket[] {
  return [...tickets].sort((a, b) => a.id.localeCompare(b.id));
}
