import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../server/platform/log.ts';
import type { QueueBackend } from '../../server/queue/backend.ts';
import { type Sla, startSla } from '../../server/sla/start-sla.ts';
import { createLogTail, type LogTail } from '../../server/tickets/log-tail.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { createQueueKit, QUEUE_KINDS, type QueueKit } from '../support/queue-kinds.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

const MINUTE_MS = 60_000;
/** `blaze` is to be acknowledged within 3 minutes and resolved within 90. */
const URGENT = { category: 'blaze', location: null };
const DUE_SOON_MS = 0.8 * 3 * MINUTE_MS;

describe.each(QUEUE_KINDS)('the SLA clock with queues on %s', (kind) => {
  const log = createLog('silent');
  let queues: QueueKit;
  let parts: TicketsUnderTest;
  let backend: QueueBackend;
  let tail: LogTail;
  let sla: Sla | undefined;

  beforeAll(async () => {
    queues = await createQueueKit(kind);
  });
  afterAll(() => queues.stop());
  beforeEach(async () => {
    parts = await startTickets();
    backend = await queues.open(parts.url);
    tail = createLogTail({ databaseUrl: parts.url, log, pollMs: 50 });
  });
  afterEach(async () => {
    await sla?.close();
    sla = undefined;
    await backend.queue('sla').bullmq.obliterate({ force: true });
    await tail.close();
    await backend.close();
    await parts.stop();
  });

  const start = async (sweepMs = 3_600_000) => {
    const { db, tickets: commands, clock } = parts;
    sla = startSla({ db, backend, tail, commands, clock, log, sweepMs });
    await sla.sweep();
    return sla;
  };
  const warnings = async () => {
    const rows = await parts.db
      .selectFrom('ticket_log')
      .select(['type', 'details', 'at'])
      .where('type', 'in', ['ticket.due_soon', 'ticket.breached'])
      .orderBy('seq')
      .execute();
    return rows.map(({ type, details }) => `${type} ${(details as { clock: string }).clock}`);
  };
  const bells = async () => (await backend.queue('sla').counts()).delayed;
  const pass = (ms: number) => parts.clock.advance(ms);

  test('a bell writes each warning when it is due, once', async () => {
    await start();
    await parts.openTicket(URGENT);
    await until(async () => (await bells()) === 1);
    expect(await warnings()).toEqual([]);

    // Rung a little early it waits for its moment.
    pass(DUE_SOON_MS - 40);
    await wakeBells();
    pass(40);
    await until(async () => (await warnings()).length === 1);
    expect(await warnings()).toEqual(['ticket.due_soon acknowledge']);

    await until(async () => (await bells()) === 1);
    pass(0.2 * 3 * MINUTE_MS);
    await wakeBells();
    await until(async () => (await warnings()).length === 2);
    expect(await warnings()).toEqual(['ticket.due_soon acknowledge', 'ticket.breached acknowledge']);
    await sla?.sweep();
    await sla?.sweep();
    expect(await warnings()).toHaveLength(2);
  });

  /** Bells count real seconds; a test's clock does not wait for them. */
  async function wakeBells(): Promise<void> {
    await backend.queue('sla').bullmq.promoteJobs();
  }

  test('a clock that was stopped in time gives no warning', async () => {
    await start();
    const ticket = await parts.openTicket(URGENT);
    const operator = buildActor();
    const routed = await parts.tickets.perform('route', ticket.id, route(ticket), operator);
    await parts.tickets.perform('acknowledge', ticket.id, { version: routed.version }, operator);
    pass(10 * MINUTE_MS);
    await wakeBells();
    await sla?.sweep();
    expect(await warnings()).toEqual([]);
    pass(90 * MINUTE_MS);
    await sla?.sweep();
    expect(await warnings()).toEqual(['ticket.breached resolve']);
  });

  test('what fell due while no server ran is written after the start', async () => {
    const { id } = await parts.openTicket(URGENT);
    await parts.openTicket({ ...URGENT, category: 'anything' });
    pass(DUE_SOON_MS + 1);
    await start();
    expect(await warnings()).toEqual(['ticket.due_soon acknowledge']);
    const row = await parts.db
      .selectFrom('ticket')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.acknowledge_mark).toBe('due_soon');
  });

  test('bells that were lost are hung again by the sweep, and nothing is written twice', async () => {
    const running = await start();
    await parts.openTicket(URGENT);
    await until(async () => (await bells()) === 1);
    await loseQueue();
    expect(await bells()).toBe(0);
    await running.sweep();
    expect(await bells()).toBe(1);
    await loseQueue();
    pass(3 * MINUTE_MS);
    await running.sweep();
    await running.sweep();
    expect(await warnings()).toEqual(['ticket.breached acknowledge']);
  });

  async function loseQueue(): Promise<void> {
    if (!queues.redis) {
      await backend.queue('sla').bullmq.obliterate({ force: true });
      await backend.queue('sla').bullmq.resume();
      return;
    }
    const client = new Redis(queues.redis.url);
    await client.flushall();
    client.disconnect();
  }

  test('two servers that sweep at the same moment write each warning once', async () => {
    const tickets = await Promise.all(Array.from({ length: 10 }, () => parts.openTicket(URGENT)));
    const running = await start();
    pass(DUE_SOON_MS);
    await Promise.all([running.sweep(), running.sweep(), running.sweep()]);
    expect(await warnings()).toHaveLength(tickets.length);
  });

  test('the sweep runs by itself', async () => {
    await start(20);
    await parts.openTicket(URGENT);
    pass(DUE_SOON_MS);
    await until(async () => (await warnings()).length === 1);
  });
});

function route(ticket: TicketState) {
  return { version: ticket.version, departmentCode: 'SIAGA' };
}
