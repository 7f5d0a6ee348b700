import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isToDo } from '../../client/desk/queue-tabs.ts';
import { createProcessReports } from '../../server/pipeline/process-reports.ts';
import { readTelling } from '../../server/push/deliveries.ts';
import { worthTelling } from '../../server/push/worth-telling.ts';
import type { CityPack, RoutingPolicy } from '../../shared/city/city-pack.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

let kit: PipelineKit;
beforeAll(async () => {
  kit = await createPipelineKit();
});
afterAll(() => kit.close());

/** Tangerang with a policy for some categories; of a `sureAt` that the test can rely on. */
function cityWith(routing: Record<string, RoutingPolicy>, sureAt = 0.9): CityPack {
  if (!tangerang.learnt) throw new Error('the pack has learnt nothing');
  const categories = tangerang.categories.map((category) => {
    const policy = routing[category.code];
    return policy ? { ...category, routing: policy } : category;
  });
  return { ...tangerang, categories, learnt: { ...tangerang.learnt, sureAt } };
}

async function ticketOf(text: string, pack: CityPack): Promise<TicketState> {
  const [id = ''] = await kit.receive({
    channel: 'whatsapp',
    externalId: randomUUID(),
    text,
    occurredAt: new Date(kit.clock.now()).toISOString(),
    reporter: { accountId: randomUUID() },
    location: null,
    raw: {},
  });
  await createProcessReports({ ...kit.deps, pack })([id]);
  const { ticket_id } = await kit.report(id);
  const ticket = (await kit.tickets()).find((one) => one.id === ticket_id);
  if (!ticket) throw new Error('there is no ticket');
  return ticket;
}

const LAMP = 'lampu pju mati di depan gang mawar sudah seminggu';

test.each(['off', 'suggest'] as const)('%s leaves a ticket to people', async (policy) => {
  const ticket = await ticketOf(LAMP, cityWith({ 'street-light': policy }));
  expect(ticket).toMatchObject({ category: 'street-light', status: 'new', departmentCode: 'DISHUB' });
  expect(await kit.logTypes(ticket.id)).toEqual(['ticket.opened']);
});

test('auto hands over what is sure, and says in the log how sure, and why', async () => {
  const ticket = await ticketOf(LAMP, cityWith({ 'street-light': 'auto' }));
  expect(ticket).toMatchObject({ status: 'routed', departmentCode: 'DISHUB', version: 2 });
  const entry = await kit.db
    .selectFrom('ticket_log')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .where('type', '=', 'ticket.routed')
    .executeTakeFirstOrThrow();
  expect(entry.actor).toMatchObject({ kind: 'system', id: 'pipeline' });
  const { probability, because, toDepartment } = entry.details as Record<string, unknown>;
  expect(toDepartment).toBe('DISHUB');
  expect(probability).toBeGreaterThan(0.9);
  expect(String(because)).toContain('pju');
});

test('auto leaves to people what is not sure enough', async () => {
  expect(await ticketOf(LAMP, cityWith({ 'street-light': 'auto' }, 1.01))).toMatchObject({ status: 'new' });
  const vague = await ticketOf('Selamat siang, ada masalah', cityWith({ other: 'auto' }));
  expect(vague).toMatchObject({ category: 'other', status: 'new' });
});

test('a critical ticket is handed over loudly: phones ring, and it stays with the control room until it is taken', async () => {
  const ticket = await ticketOf('kebakaran rumah, api besar, cepat!', cityWith({ fire: 'auto' }));
  expect(ticket).toMatchObject({ priority: 'critical', status: 'routed', departmentCode: 'BPBD' });
  const entries = await kit.db
    .transaction()
    .execute((trx) => readTelling(trx, { after: 0, upTo: 1_000_000 }));
  const told = entries.filter((entry) => entry.ticket.id === ticket.id).flatMap(worthTelling);
  expect(told).toEqual([{ kind: 'critical', departmentCode: 'BPBD' }]);
  expect(isToDo(ticket)).toBe(true);
  expect(isToDo({ ...ticket, acknowledgedAt: ticket.createdAt })).toBe(false);
});
