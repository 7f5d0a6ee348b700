import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLog } from '../../server/tickets/log.ts';
import { createTicketCommands } from '../../server/tickets/ticket-commands.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import { isOpen } from '../../shared/ticket/ticket.ts';
import { TRANSITION_COMMANDS } from '../../shared/ticket/transitions.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';

let part: TicketsUnderTest;
beforeAll(async () => {
  part = await startTickets();
});
afterAll(() => part.stop());

test('of two operators on one version the second is refused and handed the newer ticket', async () => {
  const ticket = await part.openTicket();
  const both = await Promise.allSettled([
    part.tickets.perform('verify', ticket.id, { version: 1 }, buildActor()),
    part.tickets.perform('reject', ticket.id, { version: 1, reason: 'prank' }, buildActor()),
  ]);
  const refused = both.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({
    problem: 'conflict',
    options: { extra: { ticket: { id: ticket.id, version: 2 } } },
  });
});

test('the same command sent again is done once, and answers the ticket as it is', async () => {
  const ticket = await part.openTicket();
  const commandId = randomUUID();
  const send = () => part.tickets.perform('verify', ticket.id, { version: 1, commandId }, buildActor());
  const first = await send();
  expect(await send()).toEqual(first);
  expect(first.version).toBe(2);
});

const walk = fc.array(fc.constantFrom(...TRANSITION_COMMANDS), { minLength: 1, maxLength: 8 });

test('along any path of commands, sending each twice changes nothing more than sending it once', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (path) => {
      let ticket = await part.openTicket();
      for (const command of path) {
        const target = command === 'merge' ? await part.openTicket() : null;
        const body = {
          version: ticket.version,
          commandId: randomUUID(),
          reason: 'because',
          departmentCode: 'SIAGA',
          ...(target && { into: target.id }),
        };
        const send = () => part.tickets.perform(command, ticket.id, body as never, buildActor());
        const [first, again] = [await settle(send), await settle(send)];
        if ('ticket' in first) {
          expect(again).toEqual(first);
          ticket = first.ticket;
        } else expect('problem' in again).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

async function settle<T>(send: () => Promise<T>): Promise<{ ticket: T } | { problem: string }> {
  try {
    return { ticket: await send() };
  } catch (error) {
    return { problem: (error as { problem: string }).problem };
  }
}

test('a department may not touch the ticket of another', async () => {
  const ticket = await part.openTicket();
  await part.tickets.perform('route', ticket.id, { version: 1, departmentCode: 'SIAGA' }, buildActor());
  const stranger = buildActor('responder', 'JALAN');
  await expect(
    part.tickets.perform('acknowledge', ticket.id, { version: 2 }, stranger),
  ).rejects.toMatchObject({
    problem: 'forbidden',
  });
  const own = buildActor('responder', 'SIAGA');
  await expect(part.tickets.perform('acknowledge', ticket.id, { version: 2 }, own)).resolves.toMatchObject({
    status: 'acknowledged',
  });
});

test('a ticket handed to another department gives that one its own time to acknowledge', async () => {
  const ticket = await part.openTicket({ category: 'blaze' });
  const operator = buildActor();
  await part.tickets.perform('route', ticket.id, { version: 1, departmentCode: 'SIAGA' }, operator);
  await part.tickets.perform('acknowledge', ticket.id, { version: 2 }, operator);
  part.clock.advance(3_600_000);
  await part.tickets.perform('return', ticket.id, { version: 3, reason: 'not ours' }, operator);
  const again = await part.tickets.perform(
    'route',
    ticket.id,
    { version: 4, departmentCode: 'JALAN' },
    operator,
  );
  expect(again.acknowledgedAt).toBeNull();
  expect(Date.parse(again.acknowledgeBy)).toBe(part.clock.now() + 3 * 60_000);
  expect(again.resolveBy).toBe(ticket.resolveBy);
});

test('merging two tickets crosswise at once ends one of them, and never both', async () => {
  const [a, b] = [await part.openTicket(), await part.openTicket()];
  await Promise.allSettled([
    part.tickets.perform('merge', a.id, { version: 1, into: b.id }, buildActor()),
    part.tickets.perform('merge', b.id, { version: 1, into: a.id }, buildActor()),
  ]);
  const rows = await part.db
    .selectFrom('ticket')
    .select(['status', 'report_count'])
    .where('id', 'in', [a.id, b.id])
    .execute();
  expect(rows.filter(({ status }) => isOpen(status as never))).toEqual([{ status: 'new', report_count: 2 }]);
});

test('the log names both departments of a hand-over, so that both hear of it', async () => {
  const ticket = await part.openTicket();
  await part.tickets.perform('route', ticket.id, { version: 1, departmentCode: 'SIAGA' }, buildActor());
  const rows = await readLog(part.db, { after: 0, limit: 10_000 });
  const routed = rows.findLast((row) => row.ticket.id === ticket.id);
  expect(routed?.departments.toSorted()).toEqual(['JALAN', 'SIAGA']);
});

test('a ticket of a category that the city has given up can still be worked on', async () => {
  const opened = await part.openTicket({ category: 'dead-power', departmentCode: 'LUAR' });
  const categories = part.pack.categories.filter(({ code }) => code !== 'dead-power');
  const pack = { ...part.pack, categories };
  const { db, clock } = part;
  const later = createTicketCommands({ db, pack, areas: createAreaIndex(pack), clock });
  const operator = buildActor();
  const body = { version: 1, departmentCode: 'JALAN' };
  expect(await later.perform('route', opened.id, body, operator)).toMatchObject({ status: 'routed' });
  await expect(
    later.perform('return', opened.id, { version: 2, reason: 'bukan kami' }, operator),
  ).resolves.toMatchObject({ status: 'returned' });
  await expect(
    later.perform('verify', opened.id, { version: 3, category: 'dead-power' }, operator),
  ).rejects.toMatchObject({ problem: 'invalid' });
});
